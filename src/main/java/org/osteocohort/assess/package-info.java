/**
 * The Spark shell around the clinical core: one shuffle brings a child's rows together, then each partition assesses
 * its children, writes their rows and counts them. Of children who were assessed before only those are assessed again
 * who have other rows than then.
 *
 * <p>In: bundles of the canonical rows of all extracts. Out: files of the restricted tables and one merged {@link
 * org.osteocohort.measure.tally.Tally}. No row of a child ever reaches the driver.
 */
package org.osteocohort.assess;
