package org.osteocohort.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.Visit;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.FaultRule;

/**
 * The canonical rows of one child, gathered into a history. What the rows show together to be wrong goes to the
 * quarantine, nothing is dropped in silence.
 */
final class PatientRows {
    private final String patientId;
    private final Study study;
    private final ResultCheck resultCheck;
    private final Quarantine quarantine;
    private final List<Row> patients = new ArrayList<>();
    private final List<Row> others = new ArrayList<>();

    PatientRows(String patientId, Study study, ResultCheck resultCheck, Quarantine quarantine) {
        this.resultCheck = resultCheck;
        this.patientId = patientId;
        this.study = study;
        this.quarantine = quarantine;
    }

    /** Takes a row; one without a part was told to be useless by its source already. */
    void add(Row row) {
        quarantine.see(row);
        if (!row.isNullAt(CanonicalPositions.PATIENT)) {
            patients.add(row);
        } else if (hasPart(row)) {
            others.add(row);
        }
    }

    private static boolean hasPart(Row row) {
        return !row.isNullAt(CanonicalPositions.OBSERVATION)
                || !row.isNullAt(CanonicalPositions.VISIT)
                || !row.isNullAt(CanonicalPositions.DEATH_DATE)
                || !row.isNullAt(CanonicalPositions.EVENT);
    }

    /** The child's history; empty when no row that can be used describes the child. */
    Optional<PatientHistory> history() {
        if (patients.isEmpty()) {
            others.forEach(row -> put(row, null, FaultRule.UNKNOWN_PERSON));
            return Optional.empty();
        }
        // By content, so that the order of rows in the files does not decide who the child is.
        patients.sort(Comparator.comparing(
                        (Row row) -> row.getStruct(CanonicalPositions.PATIENT).mkString("|"))
                .thenComparing(row -> row.getStruct(CanonicalPositions.ORIGIN).mkString("|")));
        patients.stream().skip(1).forEach(row -> put(row, null, FaultRule.DUPLICATE_ID));
        Row described = patients.get(0).getStruct(CanonicalPositions.PATIENT);
        Lifetime lifetime = new Lifetime(
                birthDate(described),
                precision(described),
                null,
                study.lastDays().get(described.getString(0)),
                study.plausibility().daysAfterDeath());
        lifetime = lifetime.until(deathDate(lifetime));
        List<ObservationPeriod> observation = new ArrayList<>();
        List<ObservationPeriod> contacts = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        List<ClinicalEvent> events = new ArrayList<>();
        DuplicateRows duplicates = new DuplicateRows(others);
        for (Row row : others) {
            if (duplicates.isDuplicate(row)) {
                putOnce(row, duplicates);
            } else if (!row.isNullAt(CanonicalPositions.OBSERVATION)) {
                observation(row).ifPresent((isContact(row) ? contacts : observation)::add);
            } else if (!row.isNullAt(CanonicalPositions.VISIT)) {
                visit(row).ifPresent(visits::add);
            } else if (!row.isNullAt(CanonicalPositions.EVENT)) {
                event(row, lifetime).ifPresent(events::add);
            }
        }
        List<ObservationPeriod> observed = observation.isEmpty() ? lifetime.spanOf(contacts) : observation;
        return Optional.of(new PatientHistory(patient(described, lifetime), observed, visits, events));
    }

    private static boolean isContact(Row row) {
        Row period = row.getStruct(CanonicalPositions.OBSERVATION);
        return !period.isNullAt(2) && period.getBoolean(2);
    }

    private void put(Row row, String field, FaultRule rule) {
        quarantine.put(row.getStruct(CanonicalPositions.ORIGIN), field, rule);
    }

    private void putCell(Row row, String field, FaultRule rule) {
        quarantine.putCell(row.getStruct(CanonicalPositions.ORIGIN), field, rule);
    }

    private void putOnce(Row row, DuplicateRows duplicates) {
        if (duplicates.isNews(row)) {
            put(row, null, FaultRule.DUPLICATE_ID);
        }
    }

    private static LocalDate birthDate(Row patient) {
        return patient.isNullAt(3) ? null : patient.getLocalDate(3);
    }

    private static DatePrecision precision(Row patient) {
        return patient.isNullAt(3) ? null : DatePrecision.valueOf(patient.getString(4));
    }

    /** The first day on which the child is said to have died, of those after birth; null when there is none. */
    private LocalDate deathDate(Lifetime lifetime) {
        LocalDate first = null;
        for (Row row : others) {
            if (!row.isNullAt(CanonicalPositions.DEATH_DATE)) {
                LocalDate day = row.getLocalDate(CanonicalPositions.DEATH_DATE);
                Optional<FaultRule> fault = lifetime.faultOf(day);
                fault.ifPresent(rule -> put(row, "death_date", rule));
                boolean earlier = first == null || day.isBefore(first);
                first = fault.isEmpty() && earlier ? day : first;
            }
        }
        return first;
    }

    private Patient patient(Row row, Lifetime lifetime) {
        return new Patient(
                patientId,
                row.getString(0),
                row.getString(1),
                row.isNullAt(2) ? Sex.UNKNOWN : Sex.valueOf(row.getString(2)),
                lifetime.birthDate(),
                lifetime.birthDatePrecision(),
                row.getString(5),
                row.getString(6),
                lifetime.deathDate());
    }

    private Optional<ObservationPeriod> observation(Row row) {
        Row period = row.getStruct(CanonicalPositions.OBSERVATION);
        if (period.isNullAt(0) || period.isNullAt(1)) {
            put(row, period.isNullAt(0) ? "start" : "end", FaultRule.MISSING);
            return Optional.empty();
        }
        if (period.getLocalDate(1).isBefore(period.getLocalDate(0))) {
            put(row, "end", FaultRule.END_BEFORE_START);
            return Optional.empty();
        }
        return Optional.of(new ObservationPeriod(period.getLocalDate(0), period.getLocalDate(1)));
    }

    /** A stay that ends before it starts is known by its start. */
    private Optional<Visit> visit(Row row) {
        Row visit = row.getStruct(CanonicalPositions.VISIT);
        if (visit.isNullAt(0) || visit.isNullAt(2)) {
            put(row, visit.isNullAt(0) ? "visit_id" : "start", FaultRule.MISSING);
            return Optional.empty();
        }
        LocalDate start = visit.getLocalDate(2);
        boolean endsBeforeStart = !visit.isNullAt(3) && visit.getLocalDate(3).isBefore(start);
        if (endsBeforeStart) {
            putCell(row, "end", FaultRule.END_BEFORE_START);
        }
        LocalDate end = visit.isNullAt(3) || endsBeforeStart ? start : visit.getLocalDate(3);
        return Optional.of(new Visit(visit.getString(0), VisitKind.valueOf(visit.getString(1)), start, end));
    }

    private Optional<ClinicalEvent> event(Row row, Lifetime lifetime) {
        Row event = row.getStruct(CanonicalPositions.EVENT);
        if (event.isNullAt(EventRow.DATE)) {
            put(row, "date", FaultRule.MISSING);
            return Optional.empty();
        }
        Optional<FaultRule> fault = lifetime.faultOf(event.getLocalDate(EventRow.DATE));
        if (fault.isPresent()) {
            put(row, "date", fault.get());
            return Optional.empty();
        }
        if (EventRow.endsBeforeStart(event)) {
            putCell(row, "end_date", FaultRule.END_BEFORE_START);
        }
        return Optional.of(plausible(row, EventRow.event(event)));
    }

    /** The event without the numbers that it cannot have. */
    private ClinicalEvent plausible(Row row, ClinicalEvent event) {
        Optional<FaultRule> ofResult = resultCheck.faultOf(event);
        ofResult.ifPresent(rule -> put(row, "value", rule));
        boolean ofSupply = study.plausibility().supplyIsOutOfRange(event);
        if (ofSupply) {
            putCell(row, "days_supply", FaultRule.OUT_OF_RANGE);
        }
        return ofResult.isEmpty() && !ofSupply ? event : EventRow.without(event, ofResult.isPresent(), ofSupply);
    }
}
