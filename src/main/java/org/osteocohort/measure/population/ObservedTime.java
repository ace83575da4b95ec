package org.osteocohort.measure.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.DaySpan;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;

/** The days on which a child's record was kept, as spans in order of time that neither overlap nor touch. */
public record ObservedTime(List<DaySpan> spans) {
    /** A record that begins this soon after birth holds the whole life (project decision: the first weeks). */
    private static final int FROM_BIRTH_DAYS = 30;

    private static final ObservedTime NONE = new ObservedTime(List.of());

    public ObservedTime {
        spans = List.copyOf(spans);
    }

    /** All observed days up to and with the day of death. */
    public static ObservedTime of(PatientHistory history) {
        List<DaySpan> spans = new ArrayList<>();
        for (ObservationPeriod period : history.observation()) {
            spans.add(new DaySpan(period.start(), period.end()));
        }
        LocalDate death = history.patient().deathDate();
        return death == null ? new ObservedTime(spans) : new ObservedTime(spans).within(LocalDate.MIN, death);
    }

    /**
     * The days that a child contributes to the study: observed, in the study, of the population's age, and after as
     * many observed days as the job asks for. None when the birth date is unknown.
     */
    public static ObservedTime contributed(PatientHistory history, StudyFrame frame) {
        return of(history)
                .afterObservedDays(frame.settings().priorObservationDays(), history.patient())
                .eligible(history.patient(), frame);
    }

    /** Those of these days on which the child is in the study and of the population's age. */
    public ObservedTime eligible(Patient patient, StudyFrame frame) {
        return eligibleDays(patient, frame)
                .map(days -> within(days.start(), days.end()))
                .orElse(NONE);
    }

    /**
     * These days without the first so many of each span. Nothing can have been missed before birth, so that a span
     * that begins within the first weeks of life keeps all of its days.
     */
    public ObservedTime afterObservedDays(int days, Patient patient) {
        if (days == 0) {
            return this;
        }
        LocalDate birth = patient.birthDate();
        return new ObservedTime(spans.stream()
                .flatMap(span -> birth != null && !span.start().isAfter(birth.plusDays(FROM_BIRTH_DAYS))
                        ? Stream.of(span)
                        : span.intersection(span.start().plusDays(days), LocalDate.MAX).stream())
                .toList());
    }

    /** How many days these are. */
    public long count() {
        long days = 0;
        for (DaySpan span : spans) {
            days += span.days();
        }
        return days;
    }

    /** The days of the study on which the child is of the population's age, observed or not. */
    public static Optional<DaySpan> eligibleDays(Patient patient, StudyFrame frame) {
        if (patient.birthDate() == null) {
            return Optional.empty();
        }
        LocalDate first = Age.birthday(patient.birthDate(), frame.minAgeYears());
        LocalDate last = Age.birthday(patient.birthDate(), frame.maxAgeYears()).minusDays(1);
        return new DaySpan(frame.start(), frame.end()).intersection(first, last);
    }

    public ObservedTime within(LocalDate from, LocalDate to) {
        if (none() || firstDay().isAfter(to) || lastDay().isBefore(from)) {
            return NONE;
        }
        if (!firstDay().isBefore(from) && !lastDay().isAfter(to)) {
            return this;
        }
        List<DaySpan> within = new ArrayList<>();
        for (DaySpan span : spans) {
            span.intersection(from, to).ifPresent(within::add);
        }
        return new ObservedTime(within);
    }

    /** Those of these days that come after another day. */
    public ObservedTime after(LocalDate day) {
        return within(day.plusDays(1), LocalDate.MAX);
    }

    /** Those of these days up to and with another day. */
    public ObservedTime until(LocalDate day) {
        return within(LocalDate.MIN, day);
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
        return covers(day, day);
    }

    /** How many of the child's events were recorded on one of these days; asks few of them, as they are in order of time. */
    public int events(PatientHistory history) {
        int events = 0;
        for (DaySpan span : spans) {
            events += eventsBefore(span.end().plusDays(1), history) - eventsBefore(span.start(), history);
        }
        return events;
    }

    private static int eventsBefore(LocalDate day, PatientHistory history) {
        int before = 0;
        int notBefore = history.events().size();
        while (before < notBefore) {
            int middle = (before + notBefore) >>> 1;
            if (history.events().get(middle).date().isBefore(day)) {
                before = middle + 1;
            } else {
                notBefore = middle;
            }
        }
        return before;
    }

    /** Whether every day from the first to the last of these is observed. */
    public boolean covers(LocalDate from, LocalDate to) {
        for (DaySpan span : spans) {
            if (span.covers(from, to)) {
                return true;
            }
        }
        return false;
    }
}
