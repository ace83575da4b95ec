package org.osteocohort.assess;

import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;

/** Rows that could not be used, counted by what was wrong with them. */
public final class RowFaults {
    /** The name under which faults stand in the tally. */
    static final String MEASURE = "row_faults";

    static final TallyKey PATIENTS = TallyKey.of(MEASURE, "patients");
    static final TallyKey DUPLICATE_PATIENT = TallyKey.of(MEASURE, "duplicate_patient");
    static final TallyKey UNKNOWN_PATIENT = TallyKey.of(MEASURE, "unknown_patient");
    static final TallyKey OBSERVATION_WITHOUT_DATES = TallyKey.of(MEASURE, "observation_without_dates");
    static final TallyKey OBSERVATION_ENDS_BEFORE_START = TallyKey.of(MEASURE, "observation_ends_before_start");
    static final TallyKey VISIT_WITHOUT_DATE = TallyKey.of(MEASURE, "visit_without_date");
    static final TallyKey OBSERVED_IN_STUDY = TallyKey.of(MEASURE, "observed_in_study");
    private static final String EVENT_WITHOUT_DATE = "event_without_date";
    private static final String EVENT_ENDS_BEFORE_START = "event_ends_before_start";

    private final Tally tally;

    RowFaults(Tally tally) {
        this.tally = tally;
    }

    void duplicatePatient() {
        tally.add(DUPLICATE_PATIENT);
    }

    void unknownPatient(int rows) {
        tally.add(UNKNOWN_PATIENT, rows);
    }

    void observationWithoutDates() {
        tally.add(OBSERVATION_WITHOUT_DATES);
    }

    void observationEndsBeforeStart() {
        tally.add(OBSERVATION_ENDS_BEFORE_START);
    }

    void visitWithoutDate() {
        tally.add(VISIT_WITHOUT_DATE);
    }

    void eventWithoutDate(String table) {
        tally.add(TallyKey.of(MEASURE, EVENT_WITHOUT_DATE, table));
    }

    void eventEndsBeforeStart(String table) {
        tally.add(TallyKey.of(MEASURE, EVENT_ENDS_BEFORE_START, table));
    }
}
