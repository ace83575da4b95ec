/** How common it is. In: assessed children and their observed time. Out: rows of prevalence. */
package org.osteocohort.measure.prevalence;
