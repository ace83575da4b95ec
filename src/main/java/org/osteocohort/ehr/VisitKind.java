package org.osteocohort.ehr;

/** Where care took place, as far as the rules ask. */
public enum VisitKind {
    /** A stay in hospital, also one that began in the emergency department. */
    INPATIENT,
    EMERGENCY,
    OUTPATIENT,
    OTHER
}
