package org.osteocohort.measure.treatment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.DaySpan;
import org.osteocohort.ehr.Patient;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.phenotype.Assessment;

/**
 * How a child came to a treatment after the index date, or how its follow-up ended before it did.
 *
 * @param day days from the index date to the first use or to the end of follow-up; 0 when there was no follow-up
 */
record FirstUse(Outcome outcome, int day) {
    /** Follow-up of a child without the treatment ends here (project decision: the longest window). */
    static final int LONGEST_DAYS = 730;

    /** A record in the year before makes an earlier user, of whom first use tells nothing (clinical window). */
    private static final int BASELINE_DAYS = 365;

    enum Outcome {
        /** Used before the index date. */
        TREATED_BEFORE,
        /** Not observed on the index date, so that nobody can tell. */
        NOT_OBSERVED,
        TREATED,
        /** Observation, life or childhood ended first, or the longest follow-up. */
        CENSORED
    }

    /** The child's first use of what was recorded on these days, one set for each thing that is required. */
    static FirstUse of(Assessment child, LocalDate index, List<SortedSet<LocalDate>> days, StudyFrame frame) {
        if (days.stream()
                .noneMatch(required ->
                        required.subSet(index.minusDays(BASELINE_DAYS), index).isEmpty())) {
            return new FirstUse(Outcome.TREATED_BEFORE, 0);
        }
        Optional<LocalDate> end = lastDay(child, index, frame);
        if (end.isEmpty()) {
            return new FirstUse(Outcome.NOT_OBSERVED, 0);
        }
        LocalDate complete = LocalDate.MIN;
        for (SortedSet<LocalDate> required : days) {
            SortedSet<LocalDate> later = required.tailSet(index);
            LocalDate first = later.isEmpty() ? LocalDate.MAX : later.first();
            complete = first.isAfter(complete) ? first : complete;
        }
        return complete.isAfter(end.get())
                ? new FirstUse(Outcome.CENSORED, daysBetween(index, end.get()))
                : new FirstUse(Outcome.TREATED, daysBetween(index, complete));
    }

    /** The last day of follow-up; empty when the child is not observed on the index date. */
    static Optional<LocalDate> lastDay(Assessment child, LocalDate index, StudyFrame frame) {
        Patient patient = child.history().patient();
        return ObservedTime.of(child.history()).spans().stream()
                .filter(span -> span.contains(index))
                .map(DaySpan::end)
                .findFirst()
                .map(end -> earlier(end, index.plusDays(LONGEST_DAYS)))
                .map(end -> patient.birthDate() == null
                        ? end
                        : earlier(
                                end,
                                Age.birthday(patient.birthDate(), frame.maxAgeYears())
                                        .minusDays(1)))
                .filter(end -> !end.isBefore(index));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static int daysBetween(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
