package org.osteocohort.job;

import java.util.Locale;

/** How long the spans of time are that are reported. */
public enum PeriodKind {
    STUDY,
    YEAR,
    MONTH;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As reports write it. */
    public String label() {
        return label;
    }
}
