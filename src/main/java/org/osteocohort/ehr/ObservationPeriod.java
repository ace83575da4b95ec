package org.osteocohort.ehr;

import java.time.LocalDate;
import java.util.Objects;

/** A span in which the source would have recorded what happened to the child; both days are inside. */
public record ObservationPeriod(LocalDate start, LocalDate end) {
    public ObservationPeriod {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("an observation period ends before it starts");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
