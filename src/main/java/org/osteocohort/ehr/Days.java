package org.osteocohort.ehr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days of a life, as spans in order of time that neither overlap nor touch. What has no end lasts until {@link
 * LocalDate#MAX}, and what was always so begins at {@link LocalDate#MIN}.
 */
public record Days(List<DaySpan> spans) {
    public static final Days NONE = new Days(List.of());
    public static final Days ALL = new Days(List.of(new DaySpan(LocalDate.MIN, LocalDate.MAX)));

    public Days {
        spans = List.copyOf(spans);
        for (int next = 1; next < spans.size(); next++) {
            if (!spans.get(next - 1).end().isBefore(spans.get(next).start().minusDays(1))) {
                throw new IllegalArgumentException("spans out of order, or that overlap or touch");
            }
        }
    }

    public static Days of(DaySpan span) {
        return new Days(List.of(span));
    }

    /** A day and all days after it. */
    public static Days from(LocalDate day) {
        return of(new DaySpan(day, LocalDate.MAX));
    }

    public boolean none() {
        return spans.isEmpty();
    }

    /** The first of these days, of which there must be some. */
    public LocalDate first() {
        return spans.get(0).start();
    }

    /** The first of the days without a break that hold a day; null when that day is not one of these. */
    public LocalDate since(LocalDate day) {
        for (DaySpan span : spans) {
            if (span.contains(day)) {
                return span.start();
            }
        }
        return null;
    }

    /** The days that are among both. */
    public Days and(Days other) {
        if (this == ALL || other == ALL) {
            return this == ALL ? other : this;
        }
        List<DaySpan> both = new ArrayList<>();
        for (DaySpan span : spans) {
            for (DaySpan another : other.spans) {
                span.intersection(another.start(), another.end()).ifPresent(both::add);
            }
        }
        return new Days(both);
    }

    /** The days that are among the ones or the others. */
    public Days or(Days other) {
        if (isOneWithoutEnd() && other.isOneWithoutEnd()) {
            return spans.get(0).contains(other.spans.get(0).start()) ? this : other;
        }
        return not().and(other.not()).not();
    }

    /** All other days. */
    public Days not() {
        List<DaySpan> others = new ArrayList<>();
        LocalDate next = LocalDate.MIN;
        for (DaySpan span : spans) {
            if (span.start().isAfter(next)) {
                others.add(new DaySpan(next, span.start().minusDays(1)));
            }
            if (span.end().equals(LocalDate.MAX)) {
                return new Days(others);
            }
            next = span.end().plusDays(1);
        }
        others.add(new DaySpan(next, LocalDate.MAX));
        return new Days(others);
    }

    private boolean isOneWithoutEnd() {
        return spans.size() == 1 && spans.get(0).end().equals(LocalDate.MAX);
    }
}
