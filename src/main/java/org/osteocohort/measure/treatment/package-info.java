/** What is done for the children of a cohort. In: assessed children. Out: rows by treatment and window. */
package org.osteocohort.measure.treatment;
