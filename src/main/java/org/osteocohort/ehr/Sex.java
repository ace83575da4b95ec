package org.osteocohort.ehr;

/** Sex as recorded. Unknown is a level of its own, never a reason to drop a child. */
public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN
}
