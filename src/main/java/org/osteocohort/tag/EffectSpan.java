package org.osteocohort.tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Days on which an item counts, without a break; both ends are inside.
 *
 * @param end null for life
 */
public record EffectSpan(LocalDate start, LocalDate end) {
    public EffectSpan {
        Objects.requireNonNull(start, "start");
        if (end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("an effect that ends before it starts");
        }
    }

    /** The days of all spans, as spans in order of time that neither overlap nor touch. */
    public static List<EffectSpan> joined(Collection<EffectSpan> spans) {
        List<EffectSpan> joined = new ArrayList<>();
        for (EffectSpan next :
                spans.stream().sorted(Comparator.comparing(EffectSpan::start)).toList()) {
            EffectSpan last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || last.endsBefore(next.start().minusDays(1))) {
                joined.add(next);
            } else if (last.end() != null && !next.endsBefore(last.end())) {
                joined.set(joined.size() - 1, new EffectSpan(last.start(), next.end()));
            }
        }
        return joined;
    }

    /** Whether one of the days from the one to the other is inside. */
    public boolean meets(LocalDate from, LocalDate to) {
        return !start.isAfter(to) && !endsBefore(from);
    }

    /** Whether it is over before the day. */
    public boolean endsBefore(LocalDate day) {
        return end != null && end.isBefore(day);
    }
}
