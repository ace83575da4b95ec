package org.osteocohort.exposure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.ehr.ObservationPeriod;

/** Observation without overlaps; periods that follow each other to the day are one span. */
final class ObservationSpans {
    private final List<ObservationPeriod> spans = new ArrayList<>();

    /** @param periods in order of their start */
    ObservationSpans(List<ObservationPeriod> periods) {
        for (ObservationPeriod period : periods) {
            ObservationPeriod last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last == null || period.start().isAfter(last.end().plusDays(1))) {
                spans.add(period);
            } else if (period.end().isAfter(last.end())) {
                spans.set(spans.size() - 1, new ObservationPeriod(last.start(), period.end()));
            }
        }
    }

    /** Whether observation was interrupted between two days, the earlier one first; both days may lie outside. */
    boolean interrupted(LocalDate earlier, LocalDate later) {
        return stretch(earlier) != stretch(later);
    }

    /** Numbers the stretches of time: before the first span, in it, after it, in the second, and so on. */
    private int stretch(LocalDate day) {
        int stretch = 0;
        for (ObservationPeriod span : spans) {
            stretch += day.isBefore(span.start()) ? 0 : 1;
            stretch += day.isAfter(span.end()) ? 1 : 0;
        }
        return stretch;
    }
}
