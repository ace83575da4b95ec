/** Who is in each cohort, how they got there and why they are ill. In: assessed children. Out: rows by cohort. */
package org.osteocohort.measure.cohort;
