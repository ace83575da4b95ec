package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.osteocohort.ehr.DaySpan;

/** A way into a class that was open to a child on some day. */
record Way(ClassRule rule, Outcome outcome) {
    /** The way that counts on a day: into the surest class, within it the one that was open first; null when none is. */
    static Way best(List<Way> ways, LocalDate day) {
        return ways.stream()
                .filter(way -> way.since(day) != null)
                .min(Comparator.comparing((Way way) -> way.rule.caseClass()).thenComparing(way -> way.since(day)))
                .orElse(null);
    }

    /** The days on which a way opens, or is open no longer, in order. */
    static List<LocalDate> turningDays(List<Way> ways) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Way way : ways) {
            for (DaySpan span : way.outcome.held().spans()) {
                days.add(span.start());
                if (!span.end().equals(LocalDate.MAX)) {
                    days.add(span.end().plusDays(1));
                }
            }
        }
        return List.copyOf(days);
    }

    /** The first day from which it is open until the day without a break; null when it is not open that day. */
    LocalDate since(LocalDate day) {
        return outcome.held().since(day);
    }
}
