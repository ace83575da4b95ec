package org.osteocohort.measure.incidence;

import java.time.LocalDate;
import java.util.Optional;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.StudyFrame;

/** Why a first event of a child who contributes to the study is no event of the rate. */
enum NotAtRisk {
    BEFORE_STUDY,
    /** On a day of the study on which the child was observed, but not yet for as long as is asked. */
    IN_WASHOUT,
    /** On a day of the study on which the child was not observed, or not of the population's age; it was so later. */
    OUTSIDE_OBSERVATION,
    /** On a day of the study after the last that the child contributes, so that it is no case of the study. */
    AFTER_CONTRIBUTION;

    /**
     * The reason; empty when the event counts, or comes after the study.
     *
     * @param risk the days on which an event counts
     * @param observed the observed days of the study while of the population's age
     * @param lastContributed the last day that the child contributes to the study
     */
    static Optional<NotAtRisk> of(
            LocalDate day, ObservedTime risk, ObservedTime observed, LocalDate lastContributed, StudyFrame frame) {
        if (day.isAfter(frame.end()) || risk.contains(day)) {
            return Optional.empty();
        }
        if (day.isBefore(frame.start())) {
            return Optional.of(BEFORE_STUDY);
        }
        if (day.isAfter(lastContributed)) {
            return Optional.of(AFTER_CONTRIBUTION);
        }
        return Optional.of(observed.contains(day) ? IN_WASHOUT : OUTSIDE_OBSERVATION);
    }
}
