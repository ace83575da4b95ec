/**
 * What is counted: from one child's findings to the rows of the report tables.
 *
 * <p>In: {@link org.osteocohort.phenotype.Assessment}, one child at a time. Out: a {@link
 * org.osteocohort.measure.tally.Tally} per partition, which merge by addition, and from the merged tally the rows of each
 * report table. A child is counted once in the finest cell; every stratum is a sum of cells, made at the end. Plain
 * Java. Counts here are not yet fit to be shown: that is what the disclosure package is for.
 */
package org.osteocohort.measure;
