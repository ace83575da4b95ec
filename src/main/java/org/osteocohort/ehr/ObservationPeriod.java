package org.osteocohort.ehr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A span in which the source would have recorded what happened to the child; both days are inside.
 *
 * @param endKnown false when the source tells an end that nobody can know yet, such as the year 9999; the end is then the
 *     last day up to which the child can have been observed
 */
public record ObservationPeriod(LocalDate start, LocalDate end, boolean endKnown) {
    private static final Comparator<ObservationPeriod> BY_DAYS = Comparator.comparing(ObservationPeriod::start)
            .thenComparing(ObservationPeriod::end)
            .thenComparing(ObservationPeriod::endKnown);

    public ObservationPeriod {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("an observation period ends before it starts");
        }
    }

    /** A period of which the source knows the end. */
    public ObservationPeriod(LocalDate start, LocalDate end) {
        this(start, end, true);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** Periods that overlap or follow each other to the day as one, in order of time. */
    static List<ObservationPeriod> joined(List<ObservationPeriod> periods) {
        List<ObservationPeriod> joined = new ArrayList<>();
        for (ObservationPeriod period : periods.stream().sorted(BY_DAYS).toList()) {
            ObservationPeriod last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || period.start().isAfter(last.end().plusDays(1))) {
                joined.add(period);
            } else if (period.end().isAfter(last.end())) {
                joined.set(joined.size() - 1, new ObservationPeriod(last.start(), period.end(), period.endKnown()));
            }
        }
        return joined;
    }
}
