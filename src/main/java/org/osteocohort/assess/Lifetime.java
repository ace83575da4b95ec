package org.osteocohort.assess;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.ObservationEnd;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.source.FaultRule;

/**
 * The days between a child's birth and death, in which all that is recorded of the child must lie.
 *
 * @param birthDate the first day that it can be, as precise as {@code birthDatePrecision} says; null when unknown
 * @param birthDatePrecision null when the birth date is
 * @param deathDate null when none is known
 * @param lastDay on which the extract was made; null when that is not told
 * @param daysAfterDeath in which records may still be entered
 */
record Lifetime(
        LocalDate birthDate,
        DatePrecision birthDatePrecision,
        LocalDate deathDate,
        LocalDate lastDay,
        int daysAfterDeath) {
    /** An observation that ends later after the study is a placeholder such as 9999, not a plan (project decision). */
    private static final int LONGEST_PLAN_YEARS = 25;

    Lifetime until(LocalDate death) {
        return new Lifetime(birthDate, birthDatePrecision, death, lastDay, daysAfterDeath);
    }

    /** What is wrong with a record of this day; empty when nothing. */
    Optional<FaultRule> faultOf(LocalDate day) {
        if (birthDate != null && day.isBefore(birthDate)) {
            return Optional.of(FaultRule.BEFORE_BIRTH);
        }
        if (isFuture(day)) {
            return Optional.of(FaultRule.FUTURE);
        }
        if (deathDate != null && day.isAfter(deathDate.plusDays(daysAfterDeath))) {
            return Optional.of(FaultRule.AFTER_DEATH);
        }
        return Optional.empty();
    }

    /** Whether the day came after the extract was made. */
    boolean isFuture(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }

    /**
     * The part of a period in which the child can have been observed; empty when it lies after the extract was made. A
     * placeholder goes to the end of the study when nobody tells when that was.
     */
    Optional<ObservationPeriod> observed(LocalDate start, LocalDate end, LocalDate studyEnd) {
        boolean placeholder = end.isAfter(studyEnd.plusYears(LONGEST_PLAN_YEARS));
        LocalDate last = lastDay == null && placeholder ? Collections.max(List.of(start, studyEnd)) : lastDay;
        if (last != null && start.isAfter(last)) {
            return Optional.empty();
        }
        if (last == null || !end.isAfter(last)) {
            return Optional.of(new ObservationPeriod(start, end));
        }
        ObservationEnd told = placeholder ? ObservationEnd.PLACEHOLDER : ObservationEnd.EXTRACT_MADE;
        return Optional.of(new ObservationPeriod(start, last, told));
    }

    /** From the first to the last contact before death, which papers may outlast; nothing when there is none. */
    List<ObservationPeriod> spanOf(List<ObservationPeriod> contacts) {
        List<ObservationPeriod> living = contacts.stream()
                .filter(contact -> deathDate == null || !contact.start().isAfter(deathDate))
                .toList();
        if (living.isEmpty()) {
            return List.of();
        }
        LocalDate first = Collections.min(living, Comparator.comparing(ObservationPeriod::start))
                .start();
        ObservationPeriod last = Collections.max(living, ObservationPeriod.BY_END);
        boolean outlastsDeath = deathDate != null && last.end().isAfter(deathDate);
        return List.of(
                outlastsDeath
                        ? new ObservationPeriod(first, deathDate)
                        : new ObservationPeriod(first, last.end(), last.told()));
    }
}
