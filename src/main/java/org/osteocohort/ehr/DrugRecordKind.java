package org.osteocohort.ehr;

/** What a drug record witnesses; the kinds are kept apart since an order is not a dose taken. */
public enum DrugRecordKind {
    ORDERED,
    DISPENSED,
    ADMINISTERED,
    REPORTED,
    UNKNOWN
}
