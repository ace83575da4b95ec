package org.osteocohort.assess;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.source.bundle.Bundles;
import org.osteocohort.source.bundle.UnpackedRows;

/**
 * Children one after the other from bundles that come sorted by child; holds the rows of one child only. Rows of nobody
 * come first and go to the quarantine.
 */
final class PatientIterator implements Iterator<PatientHistory> {
    private static final int PATIENT_ID = Bundles.SCHEMA.fieldIndex(Bundles.PATIENT_ID);
    private static final int SITE = Bundles.SCHEMA.fieldIndex(Bundles.SITE);
    private static final int FILE = Bundles.SCHEMA.fieldIndex(Bundles.FILE);
    private static final int ROWS = Bundles.SCHEMA.fieldIndex(Bundles.ROWS);

    private final Iterator<Row> bundles;
    private final Study study;
    private final ResultCheck resultCheck;
    private final Quarantine quarantine;
    private final SourceRowReader reader = new SourceRowReader();
    private Row ahead;
    private PatientHistory next;

    /** @param bundles in the shape of {@link Bundles#SCHEMA} */
    PatientIterator(Iterator<Row> bundles, Study study, Quarantine quarantine) {
        this.study = study;
        this.resultCheck = new ResultCheck(study);
        this.bundles = bundles;
        this.quarantine = quarantine;
        advance();
    }

    /** Whose bundle it is. */
    static Owner ownerOf(Row bundle) {
        return bundle.isNullAt(PATIENT_ID)
                ? Owner.nobody(bundle.getString(SITE), bundle.getString(FILE))
                : Owner.child(bundle.getString(PATIENT_ID));
    }

    @Override
    public boolean hasNext() {
        while (next == null && ahead != null) {
            if (ahead.isNullAt(PATIENT_ID)) {
                read().forEachRemaining(quarantine::see);
                quarantine.flush(ownerOf(ahead));
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
        String patientId = ahead.getString(PATIENT_ID);
        PatientRows child = new PatientRows(patientId, study, resultCheck, quarantine);
        while (ahead != null && patientId.equals(ahead.getString(PATIENT_ID))) {
            read().forEachRemaining(child::add);
            advance();
        }
        PatientHistory history = child.history().orElse(null);
        quarantine.flush(Owner.child(patientId));
        return history;
    }

    /** The rows of the bundle ahead. */
    private Iterator<SourceRow> read() {
        String site = ahead.getString(SITE);
        String file = ahead.getString(FILE);
        Iterator<UnsafeRow> packed = new UnpackedRows(ahead.getAs(ROWS));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return packed.hasNext();
            }

            @Override
            public SourceRow next() {
                return reader.read(packed.next(), site, file);
            }
        };
    }

    private void advance() {
        ahead = bundles.hasNext() ? bundles.next() : null;
    }
}
