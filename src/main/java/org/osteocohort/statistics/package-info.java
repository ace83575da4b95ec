/**
 * The statistics of epidemiology: proportions, rates, standardized rates, comparisons and follow-up, with intervals.
 *
 * <p>In: counts, person-time and reference populations. Out: small records of unrounded numbers, each with the source
 * of its formula. A number that cannot be estimated is null, never NaN or infinite. Every interval is two-sided at
 * {@link org.osteocohort.statistics.Confidence#LEVEL}. Knows nothing of children, tables or engines; of this project it
 * uses only the words for a wrong file.
 */
package org.osteocohort.statistics;
