package org.osteocohort.ehr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A span in which the source would have recorded what happened to the child; both days are inside.
 *
 * @param end the last day up to which the child can have been observed
 * @param told what the source tells of the end
 */
public record ObservationPeriod(LocalDate start, LocalDate end, ObservationEnd told) {
    private static final Comparator<ObservationPeriod> BY_DAYS = Comparator.comparing(ObservationPeriod::start)
            .thenComparing(ObservationPeriod::end)
            .thenComparing(ObservationPeriod::told);

    /** Of two that end on one day, the one that may have gone on is the later. */
    public static final Comparator<ObservationPeriod> BY_END =
            Comparator.comparing(ObservationPeriod::end).thenComparing(ObservationPeriod::told);

    public ObservationPeriod {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(told, "told");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("an observation period ends before it starts");
        }
    }

    /** A period whose end the source tells. */
    public ObservationPeriod(LocalDate start, LocalDate end) {
        this(start, end, ObservationEnd.RECORDED);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** Periods that overlap or follow each other to the day as one, in order of time. */
    static List<ObservationPeriod> joined(List<ObservationPeriod> periods) {
        List<ObservationPeriod> joined = new ArrayList<>();
        List<ObservationPeriod> sorted = new ArrayList<>(periods);
        sorted.sort(BY_DAYS);
        for (ObservationPeriod period : sorted) {
            ObservationPeriod last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || period.start().isAfter(last.end().plusDays(1))) {
                joined.add(period);
            } else {
                ObservationPeriod later = BY_END.compare(last, period) < 0 ? period : last;
                joined.set(joined.size() - 1, new ObservationPeriod(last.start(), later.end(), later.told()));
            }
        }
        return joined;
    }
}
