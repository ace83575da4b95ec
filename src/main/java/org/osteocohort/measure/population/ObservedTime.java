package org.osteocohort.measure.population;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;

/** The days on which a child's record was kept, as spans in order of time that neither overlap nor touch. */
public record ObservedTime(List<DaySpan> spans) {
    public ObservedTime {
        spans = List.copyOf(spans);
    }

    /** All observed days up to and with the day of death. */
    public static ObservedTime of(PatientHistory history) {
        List<DaySpan> spans = history.observation().stream()
                .map(period -> new DaySpan(period.start(), period.end()))
                .toList();
        LocalDate death = history.patient().deathDate();
        return death == null ? new ObservedTime(spans) : new ObservedTime(spans).within(LocalDate.MIN, death);
    }

    /**
     * The days that a child contributes to the study: observed, in the study, and of the population's age. None when
     * the birth date is unknown.
     */
    public static ObservedTime contributed(PatientHistory history, StudyFrame frame) {
        Optional<DaySpan> eligible = eligible(history.patient(), frame);
        return eligible.isEmpty()
                ? new ObservedTime(List.of())
                : of(history).within(eligible.get().start(), eligible.get().end());
    }

    /** The days of the study on which the child is of the population's age, observed or not. */
    public static Optional<DaySpan> eligible(Patient patient, StudyFrame frame) {
        if (patient.birthDate() == null) {
            return Optional.empty();
        }
        LocalDate first = Age.birthday(patient.birthDate(), frame.minAgeYears());
        LocalDate last = Age.birthday(patient.birthDate(), frame.maxAgeYears()).minusDays(1);
        return new DaySpan(frame.start(), frame.end()).intersection(first, last);
    }

    public ObservedTime within(LocalDate from, LocalDate to) {
        return new ObservedTime(spans.stream()
                .flatMap(span -> span.intersection(from, to).stream())
                .toList());
    }

    public boolean none() {
        return spans.isEmpty();
    }

    public LocalDate firstDay() {
        return spans.get(0).start();
    }

    public LocalDate lastDay() {
        return spans.get(spans.size() - 1).end();
    }

    public boolean contains(LocalDate day) {
        return spans.stream().anyMatch(span -> span.contains(day));
    }

    /** Whether every day from the first to the last of these is observed. */
    public boolean covers(LocalDate from, LocalDate to) {
        return spans.stream().anyMatch(span -> span.covers(from, to));
    }
}
