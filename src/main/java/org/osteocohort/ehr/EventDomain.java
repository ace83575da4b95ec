package org.osteocohort.ehr;

/** What sort of fact a clinical event is. */
public enum EventDomain {
    CONDITION,
    DRUG,
    PROCEDURE,
    MEASUREMENT,
    OBSERVATION
}
