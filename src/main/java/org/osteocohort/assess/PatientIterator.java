package org.osteocohort.assess;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.PatientHistory;

/** Children one after the other from rows that come sorted by child; holds the rows of one child only. */
final class PatientIterator implements Iterator<PatientHistory> {
    private final Iterator<Row> rows;
    private final RowFaults faults;
    private Row ahead;
    private PatientHistory next;

    PatientIterator(Iterator<Row> rows, RowFaults faults) {
        this.rows = rows;
        this.faults = faults;
        this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (next == null && ahead != null) {
            next = gather();
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
        String patientId = ahead.getString(0);
        PatientRows child = new PatientRows(patientId, faults);
        while (ahead != null && ahead.getString(0).equals(patientId)) {
            child.add(ahead);
            ahead = rows.hasNext() ? rows.next() : null;
        }
        return child.history();
    }
}
