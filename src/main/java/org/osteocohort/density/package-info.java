/**
 * From measurements to bone density results in three states: low, not low, unknown.
 *
 * <p>In: {@link org.osteocohort.tag.CodedHistory}. Out: {@link org.osteocohort.density.BoneDensity}, one per day and
 * site of the skeleton. Plain Java.
 */
package org.osteocohort.density;
