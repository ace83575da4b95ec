/**
 * Made-up populations with a known truth, to try the system on and to judge it by.
 *
 * <p>In: {@link org.osteocohort.generate.GenerateOptions}. Out: an extract in one of several formats and, apart from it, {@code truth.csv}.
 * Every child depends on the seed and its number alone, so a population of any size streams. No Spark, and nothing of
 * the engine that it judges.
 */
package org.osteocohort.generate;
