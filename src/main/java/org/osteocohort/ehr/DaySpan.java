package org.osteocohort.ehr;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Days from start to end; both are inside. */
public record DaySpan(LocalDate start, LocalDate end) {
    public DaySpan {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a span ends before it starts");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    public boolean covers(LocalDate from, LocalDate to) {
        return !start.isAfter(from) && !end.isBefore(to);
    }

    /** How many days, both ends counted. */
    public long days() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    /** The days that lie in both; empty when there are none. */
    public Optional<DaySpan> intersection(LocalDate from, LocalDate to) {
        LocalDate latestStart = start.isAfter(from) ? start : from;
        LocalDate earliestEnd = end.isBefore(to) ? end : to;
        return earliestEnd.isBefore(latestStart)
                ? Optional.empty()
                : Optional.of(new DaySpan(latestStart, earliestEnd));
    }
}
