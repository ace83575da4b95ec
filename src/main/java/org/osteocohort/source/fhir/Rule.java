package org.osteocohort.source.fhir;

/** Why a line or resource cannot be used. */
enum Rule {
    NOT_JSON,
    NO_RESOURCE_TYPE,
    /** A Bundle among the lines. */
    BUNDLE,
    /** A shape that another version of FHIR has and R4 has not. */
    OTHER_VERSION,
    ID_ABSENT,
    PATIENT_ABSENT,
    DATE_ABSENT,
    /** Known to the month or year only, so that the event cannot be placed to the day. */
    DATE_IMPRECISE,
    /** No date of the calendar. */
    DATE_UNREADABLE
}
