package org.osteocohort.ehr;

/** How exactly a birth date is known. An imprecise date is held as the first day of its month or year. */
public enum DatePrecision {
    DAY,
    MONTH,
    YEAR
}
