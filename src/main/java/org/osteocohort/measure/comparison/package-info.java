/**
 * What makes groups comparable. In: the rows of prevalence and incidence. Out: rates standardized by age and sex, and
 * tests and ratios between strata. Counts no child itself, so that each number here rests on numbers that stand there.
 */
package org.osteocohort.measure.comparison;
