package org.osteocohort.measure.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.Patient;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.phenotype.Assessment;

/**
 * What a window tells of a child's treatment; the first that holds, in this order. A record is a fact whatever the
 * observation says; its absence is one only for a child who was observed on every day.
 */
enum CoverageState {
    TREATED,
    /** Not observed on the index date itself, so that nothing can be said. */
    UNKNOWN,
    /** Died, or outgrew the population, before the window ended; or the window ended before birth. */
    NOT_ELIGIBLE,
    UNTREATED,
    NOT_IN_OBSERVATION;

    /** What a child and its index date say about windows, apart from any treatment. */
    record FollowUp(Patient patient, ObservedTime observed, LocalDate index, int maxAgeYears) {
        static FollowUp of(Assessment child, LocalDate index, StudyFrame frame) {
            return new FollowUp(
                    child.history().patient(), ObservedTime.of(child.history()), index, frame.maxAgeYears());
        }

        /** Whether the child was born, alive and of the population's age when the window ended. */
        boolean eligible(TreatmentWindow window) {
            LocalDate end = index.plusDays(window.lastDay());
            LocalDate birth = patient.birthDate();
            boolean born = birth == null || !end.isBefore(birth);
            boolean alive = patient.deathDate() == null || !patient.deathDate().isBefore(end);
            boolean young = birth == null || end.isBefore(Age.birthday(birth, maxAgeYears));
            return born && alive && young;
        }

        /** Whether the child is eligible and was observed on every day of the window and up to the index date. */
        boolean complete(TreatmentWindow window) {
            LocalDate first = earlier(index, index.plusDays(window.firstDay()));
            LocalDate birth = patient.birthDate();
            // Nobody is observed before birth; a window that began earlier is whole from birth on.
            LocalDate from = birth != null && first.isBefore(birth) ? earlier(birth, index) : first;
            LocalDate end = index.plusDays(window.lastDay());
            return eligible(window) && observed.covers(from, end.isBefore(index) ? index : end);
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }

    /** The state of a child whose treatment was recorded on these days, one set for each thing that is required. */
    static CoverageState of(FollowUp followUp, TreatmentWindow window, List<SortedSet<LocalDate>> days) {
        LocalDate first = followUp.index().plusDays(window.firstDay());
        LocalDate afterLast = followUp.index().plusDays(window.lastDay() + 1L);
        if (days.stream()
                .noneMatch(required -> required.subSet(first, afterLast).isEmpty())) {
            return TREATED;
        }
        if (!followUp.observed().contains(followUp.index())) {
            return UNKNOWN;
        }
        if (!followUp.eligible(window)) {
            return NOT_ELIGIBLE;
        }
        return followUp.complete(window) ? UNTREATED : NOT_IN_OBSERVATION;
    }
}
