package org.osteocohort.ehr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * All that is known of one child, each list in an order of its own making, so that the order of rows in an extract
 * never matters. A row that the extract holds twice, identifier and all, is one row.
 *
 * @param observation spans with a gap of a day or more between them: periods that follow each other to the day, as
 *     yearly enrolment is often filed, are one
 */
public record PatientHistory(
        Patient patient, List<ObservationPeriod> observation, List<Visit> visits, List<ClinicalEvent> events) {
    private static final Comparator<Visit> BY_START =
            Comparator.comparing(Visit::start).thenComparing(Visit::visitId).thenComparing(Visit::toString);
    /** Rows that share an identifier and differ all the same must not stand as the extract had them. */
    private static final Comparator<ClinicalEvent> BY_TIME =
            ClinicalEvent.CHRONOLOGICAL.thenComparing(ClinicalEvent::toString);

    public PatientHistory {
        Objects.requireNonNull(patient, "patient");
        observation = List.copyOf(ObservationPeriod.joined(observation));
        visits = sorted(visits, BY_START);
        events = sorted(events, BY_TIME);
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        List<T> copy = new ArrayList<>(values);
        copy.sort(order);
        List<T> once = new ArrayList<>(copy.size());
        for (T value : copy) {
            if (once.isEmpty() || !once.get(once.size() - 1).equals(value)) {
                once.add(value);
            }
        }
        return List.copyOf(once);
    }
}
