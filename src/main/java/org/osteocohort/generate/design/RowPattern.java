package org.osteocohort.generate.design;

/** Which rows one fracture leaves behind. */
public enum RowPattern {
    /** A first visit, then up to three more within 60 days, as active treatment or as aftercare. */
    USUAL,
    /** One row and no more. */
    SINGLE_ROW,
    /** Active treatment coded on days 0, 40, 80 and 120: each within the gap of the one before. */
    LONG_ACTIVE_TREATMENT,
    /** First row in ICD-9-CM, second in ICD-10-CM with active treatment; the date stands just before the switch. */
    ACROSS_THE_SWITCH,
    /** Aftercare and late effects only: the accident was elsewhere or earlier, no event. */
    AFTERCARE_ONLY,
    /** SNOMED CT codes alone, as from a problem list or an emergency department's own system. */
    SNOMED_ONLY;

    public boolean makesAnEvent() {
        return this != AFTERCARE_ONLY;
    }
}
