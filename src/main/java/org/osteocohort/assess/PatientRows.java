package org.osteocohort.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.DrugSupply;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.SourceReference;
import org.osteocohort.ehr.Visit;
import org.osteocohort.ehr.VisitKind;

/**
 * The canonical rows of one child, gathered into a history. Positions are those of {@link
 * org.osteocohort.source.CanonicalRows}. What cannot be used is counted, never dropped in silence.
 */
final class PatientRows {
    private final String patientId;
    private final RowFaults faults;
    private final List<Row> patients = new ArrayList<>();
    private final List<ObservationPeriod> observation = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final List<ClinicalEvent> events = new ArrayList<>();
    private LocalDate deathDate;
    private int rows;

    PatientRows(String patientId, RowFaults faults) {
        this.patientId = patientId;
        this.faults = faults;
    }

    void add(Row row) {
        rows++;
        if (!row.isNullAt(1)) {
            patients.add(row.getStruct(1));
        } else if (!row.isNullAt(2)) {
            addObservation(row.getStruct(2));
        } else if (!row.isNullAt(3)) {
            addVisit(row.getStruct(3));
        } else if (!row.isNullAt(4)) {
            LocalDate day = row.getLocalDate(4);
            deathDate = deathDate == null || day.isBefore(deathDate) ? day : deathDate;
        } else if (!row.isNullAt(5)) {
            addEvent(row.getStruct(5));
        }
    }

    /** The child's history; null when the rows name a child that the extract does not describe. */
    PatientHistory history() {
        if (patients.isEmpty()) {
            faults.unknownPatient(rows);
            return null;
        }
        if (patients.size() > 1) {
            faults.duplicatePatient();
        }
        return new PatientHistory(patient(patients.get(0)), observation, visits, events);
    }

    private Patient patient(Row row) {
        LocalDate birthDate = row.isNullAt(3) ? null : row.getLocalDate(3);
        return new Patient(
                patientId,
                row.getString(0),
                row.getString(1),
                row.isNullAt(2) ? Sex.UNKNOWN : Sex.valueOf(row.getString(2)),
                birthDate,
                birthDate == null ? null : DatePrecision.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                deathDate);
    }

    private void addObservation(Row row) {
        if (row.isNullAt(0) || row.isNullAt(1)) {
            faults.observationWithoutDates();
        } else if (row.getLocalDate(1).isBefore(row.getLocalDate(0))) {
            faults.observationEndsBeforeStart();
        } else {
            observation.add(new ObservationPeriod(row.getLocalDate(0), row.getLocalDate(1)));
        }
    }

    private void addVisit(Row row) {
        if (row.isNullAt(0) || row.isNullAt(2)) {
            faults.visitWithoutDate();
            return;
        }
        LocalDate start = row.getLocalDate(2);
        LocalDate end = row.isNullAt(3) || row.getLocalDate(3).isBefore(start) ? start : row.getLocalDate(3);
        visits.add(new Visit(row.getString(0), VisitKind.valueOf(row.getString(1)), start, end));
    }

    private void addEvent(Row row) {
        if (row.isNullAt(1)) {
            faults.eventWithoutDate(row.getString(16));
            return;
        }
        EventDomain domain = EventDomain.valueOf(row.getString(0));
        LocalDate date = row.getLocalDate(1);
        boolean endsBeforeStart = !row.isNullAt(2) && row.getLocalDate(2).isBefore(date);
        if (endsBeforeStart) {
            faults.eventEndsBeforeStart(row.getString(16));
        }
        events.add(new ClinicalEvent(
                domain,
                date,
                row.isNullAt(2) || endsBeforeStart ? null : row.getLocalDate(2),
                new CodeKey(Vocabulary.valueOf(row.getString(3)), row.getString(4)),
                keys(row.getString(5)),
                CodeResolution.valueOf(row.getString(6)),
                row.getString(7),
                !row.isNullAt(8) && row.getBoolean(8),
                domain == EventDomain.DRUG ? supply(row) : null,
                row.isNullAt(14) && row.isNullAt(15) ? null : new NumericResult(number(row, 14), row.getString(15)),
                new SourceReference(row.getString(16), row.getString(17))));
    }

    private static DrugSupply supply(Row row) {
        return new DrugSupply(
                row.isNullAt(9) ? DrugRecordKind.UNKNOWN : DrugRecordKind.valueOf(row.getString(9)),
                row.isNullAt(10) ? DrugRoute.UNKNOWN : DrugRoute.valueOf(row.getString(10)),
                row.isNullAt(11) ? null : row.getInt(11),
                number(row, 12),
                number(row, 13));
    }

    private static Double number(Row row, int position) {
        return row.isNullAt(position) ? null : row.getDouble(position);
    }

    private static List<CodeKey> keys(String text) {
        List<CodeKey> keys = new ArrayList<>();
        if (text != null) {
            for (String key : text.split(" ")) {
                keys.add(CodeKey.parse(key));
            }
        }
        return keys;
    }
}
