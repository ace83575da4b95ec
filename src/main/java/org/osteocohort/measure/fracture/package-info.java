/** How often bones break. In: assessed children with their fracture events. Out: rates by bone, age, sex and trauma. */
package org.osteocohort.measure.fracture;
