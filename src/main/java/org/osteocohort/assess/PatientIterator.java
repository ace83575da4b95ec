package org.osteocohort.assess;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.PatientHistory;

/**
 * Children one after the other from rows that come sorted by child; holds the rows of one child only. Rows of nobody
 * come first and go to the quarantine.
 */
final class PatientIterator implements Iterator<PatientHistory> {
    private final Iterator<Row> rows;
    private final Study study;
    private final ResultCheck resultCheck;
    private final Quarantine quarantine;
    private Row ahead;
    private PatientHistory next;

    PatientIterator(Iterator<Row> rows, Study study, Quarantine quarantine) {
        this.study = study;
        this.resultCheck = new ResultCheck(study);
        this.rows = rows;
        this.quarantine = quarantine;
        this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (next == null && ahead != null) {
            if (ahead.isNullAt(CanonicalPositions.PATIENT_ID)) {
                quarantine.see(ahead);
                quarantine.flush();
                advance();
            } else {
                next = gather();
            }
        }
        return next != null;
    }

    @Override
    public PatientHistory next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        PatientHistory child = next;
        next = null;
        return child;
    }

    private PatientHistory gather() {
        String patientId = ahead.getString(CanonicalPositions.PATIENT_ID);
        PatientRows child = new PatientRows(patientId, study, resultCheck, quarantine);
        while (ahead != null && Objects.equals(ahead.getString(CanonicalPositions.PATIENT_ID), patientId)) {
            child.add(ahead);
            advance();
        }
        PatientHistory history = child.history().orElse(null);
        quarantine.flush();
        return history;
    }

    private void advance() {
        ahead = rows.hasNext() ? rows.next() : null;
    }
}
