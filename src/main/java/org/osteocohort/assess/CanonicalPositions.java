package org.osteocohort.assess;

import org.osteocohort.source.CanonicalRows;

/** Where the parts of a canonical row stand; looked up once, since it is asked for every row. */
final class CanonicalPositions {
    static final int PATIENT_ID = CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.PATIENT_ID);
    static final int PATIENT = CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.PATIENT);
    static final int OBSERVATION = CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.OBSERVATION);
    static final int VISIT = CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.VISIT);
    static final int DEATH_DATE = CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.DEATH_DATE);
    static final int EVENT = CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.EVENT);
    static final int ORIGIN = CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.ORIGIN);
    static final int FAULT = CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.FAULT);

    private CanonicalPositions() {}
}
