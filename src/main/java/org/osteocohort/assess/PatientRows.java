package org.osteocohort.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osteocohort.assess.SourceRow.Death;
import org.osteocohort.assess.SourceRow.Event;
import org.osteocohort.assess.SourceRow.Observation;
import org.osteocohort.assess.SourceRow.Person;
import org.osteocohort.assess.SourceRow.Stay;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Visit;
import org.osteocohort.source.FaultRule;

/**
 * The rows of one child, gathered into a history. What the rows show together to be wrong goes to the quarantine, nothing
 * is dropped in silence.
 */
final class PatientRows {
    private final String patientId;
    private final Study study;
    private final ResultCheck resultCheck;
    private final Quarantine quarantine;
    private final List<SourceRow> persons = new ArrayList<>();
    private final List<SourceRow> deaths = new ArrayList<>();
    private final List<SourceRow> others = new ArrayList<>();

    PatientRows(String patientId, Study study, ResultCheck resultCheck, Quarantine quarantine) {
        this.resultCheck = resultCheck;
        this.patientId = patientId;
        this.study = study;
        this.quarantine = quarantine;
    }

    /** Takes a row; one without a part was told to be useless by its source already. */
    void add(SourceRow row) {
        quarantine.see(row);
        if (row.part() instanceof Person) {
            persons.add(row);
        } else if (row.part() instanceof Death) {
            deaths.add(row);
        } else if (row.part() != null) {
            others.add(row);
        }
    }

    /** The child's history; empty when no row that can be used describes the child. */
    Optional<PatientHistory> history() {
        if (persons.isEmpty()) {
            Stream.of(deaths, others)
                    .flatMap(List::stream)
                    .forEach(row -> quarantine.put(row.place(), null, FaultRule.UNKNOWN_PERSON));
            return Optional.empty();
        }
        Person person = person();
        Lifetime lifetime = lifetime(person);
        List<ObservationPeriod> observation = new ArrayList<>();
        List<ObservationPeriod> contacts = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        List<ClinicalEvent> events = new ArrayList<>();
        DuplicateRows duplicates = new DuplicateRows(others);
        for (SourceRow row : others) {
            if (duplicates.isDuplicate(row)) {
                if (duplicates.isNews(row)) {
                    quarantine.put(row.place(), null, FaultRule.DUPLICATE_ID);
                }
            } else if (row.part() instanceof Observation time) {
                period(row.place(), time, lifetime).ifPresent((time.contact() ? contacts : observation)::add);
            } else if (row.part() instanceof Stay stay) {
                visit(row.place(), stay, lifetime).ifPresent(visits::add);
            } else if (row.part() instanceof Event event) {
                event(row.place(), event, lifetime).ifPresent(events::add);
            }
        }
        List<ObservationPeriod> observed = observation.isEmpty() ? lifetime.spanOf(contacts) : observation;
        return Optional.of(new PatientHistory(patient(person, lifetime), observed, visits, events));
    }

    /** By content, so that the order of rows in the files does not decide who the child is. */
    private Person person() {
        persons.sort(Comparator.<SourceRow, String>comparing(row -> row.part().toString())
                .thenComparing(SourceRow::place));
        persons.stream().skip(1).forEach(row -> quarantine.put(row.place(), null, FaultRule.DUPLICATE_ID));
        return (Person) persons.get(0).part();
    }

    private Lifetime lifetime(Person person) {
        Lifetime untold = new Lifetime(
                person.birthDate(),
                person.precision(),
                null,
                study.lastDays().get(person.site()),
                study.plausibility().daysAfterDeath());
        return untold.until(deathDate(untold));
    }

    /** The first day on which the child is said to have died, of those after birth; null when there is none. */
    private LocalDate deathDate(Lifetime lifetime) {
        LocalDate first = null;
        for (SourceRow row : deaths) {
            LocalDate day = ((Death) row.part()).day();
            Optional<FaultRule> fault = lifetime.faultOf(day);
            fault.ifPresent(rule -> quarantine.put(row.place(), "death_date", rule));
            boolean earlier = first == null || day.isBefore(first);
            first = fault.isEmpty() && earlier ? day : first;
        }
        return first;
    }

    private Patient patient(Person person, Lifetime lifetime) {
        return new Patient(
                patientId,
                person.site(),
                person.subjectId(),
                person.sex(),
                lifetime.birthDate(),
                lifetime.birthDatePrecision(),
                person.race(),
                person.ethnicity(),
                lifetime.deathDate());
    }

    /** A contact of a later day than the extract is told where it is a visit or an event. */
    private Optional<ObservationPeriod> period(Place place, Observation time, Lifetime lifetime) {
        if (time.start() == null || time.end() == null) {
            quarantine.put(place, time.start() == null ? "start" : "end", FaultRule.MISSING);
            return Optional.empty();
        }
        if (time.end().isBefore(time.start())) {
            quarantine.put(place, "end", FaultRule.END_BEFORE_START);
            return Optional.empty();
        }
        Optional<ObservationPeriod> observed =
                lifetime.observed(time.start(), time.end(), study.frame().end());
        if (observed.isEmpty() && !time.contact()) {
            quarantine.put(place, "start", FaultRule.FUTURE);
        }
        return observed;
    }

    /** A stay that ends before it starts is known by its start. */
    private Optional<Visit> visit(Place place, Stay stay, Lifetime lifetime) {
        if (stay.visitId() == null || stay.start() == null) {
            quarantine.put(place, stay.visitId() == null ? "visit_id" : "start", FaultRule.MISSING);
            return Optional.empty();
        }
        if (lifetime.isFuture(stay.start())) {
            quarantine.put(place, "start", FaultRule.FUTURE);
            return Optional.empty();
        }
        if (stay.endsBeforeStart()) {
            quarantine.putCell(place, "end", FaultRule.END_BEFORE_START);
        }
        LocalDate end = stay.end() == null || stay.endsBeforeStart() ? stay.start() : stay.end();
        return Optional.of(new Visit(stay.visitId(), stay.kind(), stay.start(), end));
    }

    private Optional<ClinicalEvent> event(Place place, Event event, Lifetime lifetime) {
        if (event.date() == null) {
            quarantine.put(place, "date", FaultRule.MISSING);
            return Optional.empty();
        }
        Optional<FaultRule> fault = lifetime.faultOf(event.date());
        if (fault.isPresent()) {
            quarantine.put(place, "date", fault.get());
            return Optional.empty();
        }
        if (event.endsBeforeStart()) {
            quarantine.putCell(place, "end_date", FaultRule.END_BEFORE_START);
        }
        return Optional.of(plausible(place, event));
    }

    /** The event without the numbers that it cannot have. */
    private ClinicalEvent plausible(Place place, Event event) {
        Optional<FaultRule> ofResult = resultCheck.faultOf(event);
        ofResult.ifPresent(rule -> quarantine.put(place, "value", rule));
        boolean ofSupply = study.plausibility().isOutOfRange(event.supply());
        if (ofSupply) {
            quarantine.putCell(place, "days_supply", FaultRule.OUT_OF_RANGE);
        }
        return event.event(ofResult.isEmpty(), !ofSupply);
    }
}
