package org.osteocohort.job;

/** On which day of a period a point prevalence is taken. */
public enum PointInPeriod {
    FIRST_DAY,
    /** The later of the two middle days when there are two. */
    MIDDLE_DAY,
    LAST_DAY
}
