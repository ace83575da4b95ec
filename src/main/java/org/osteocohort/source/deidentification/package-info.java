/**
 * Looks whether an extract is as de-identified as its owner declares it to be, after the list of 45 CFR 164.514(b)(2).
 *
 * <p>In: names of columns or elements and the first values that stand in them. Out: problems that tell the place, the
 * kind and the count, never a value. It is a check and no proof: what is not read by the study is not looked at, and of
 * what is read only the beginning.
 */
package org.osteocohort.source.deidentification;
