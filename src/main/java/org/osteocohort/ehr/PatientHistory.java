package org.osteocohort.ehr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * All that is known of one child, each list in an order of its own making, so that the order of rows in an extract
 * never matters.
 */
public record PatientHistory(
        Patient patient, List<ObservationPeriod> observation, List<Visit> visits, List<ClinicalEvent> events) {
    private static final Comparator<ObservationPeriod> BY_DAYS =
            Comparator.comparing(ObservationPeriod::start).thenComparing(ObservationPeriod::end);
    private static final Comparator<Visit> BY_START =
            Comparator.comparing(Visit::start).thenComparing(Visit::visitId).thenComparing(Visit::end);

    public PatientHistory {
        Objects.requireNonNull(patient, "patient");
        observation = sorted(observation, BY_DAYS);
        visits = sorted(visits, BY_START);
        events = sorted(events, ClinicalEvent.CHRONOLOGICAL);
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        List<T> copy = new ArrayList<>(values);
        copy.sort(order);
        return List.copyOf(copy);
    }
}
