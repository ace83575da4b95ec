package org.osteocohort.job;

/** How long the spans of time are that are reported. */
public enum PeriodKind {
    STUDY,
    YEAR,
    MONTH
}
