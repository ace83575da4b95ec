/**
 * The counts themselves. In: one child at a time, through a {@link org.osteocohort.measure.tally.Measure}. Out: a {@link
 * org.osteocohort.measure.tally.Tally} of cells that merges by addition, and the rows of a report table made of it.
 */
package org.osteocohort.measure.tally;
