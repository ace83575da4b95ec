package org.osteocohort.measure.prevalence;

import java.util.Locale;

/** Over which days a share is taken. */
public enum PrevalenceType {
    /** All contributed days of the period. */
    PERIOD,
    /** One day of the period. */
    POINT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
