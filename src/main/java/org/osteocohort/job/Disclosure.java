package org.osteocohort.job;

/**
 * What the reports may show of small groups.
 *
 * @param threshold the smallest count of children that may be shown; smaller ones, except zero, are hidden
 * @param roundTo counts are shown as multiples of this; 1 for as they are
 */
public record Disclosure(int threshold, int roundTo) {
    /** Counts of fewer than 11 people are hidden, as the agencies that release US health data ask. */
    public static final Disclosure USUAL = new Disclosure(11, 1);
}
