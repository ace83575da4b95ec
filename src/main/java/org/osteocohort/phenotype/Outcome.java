package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.tag.CodedEvent;

/**
 * What a criterion found.
 *
 * @param on the first day on which it held; null when it does not hold, or holds by the absence of something
 * @param series the fractures it counted, one series for each way in which it holds; other criteria look around them
 * @param evidence the source rows it rests on
 */
record Outcome(boolean met, LocalDate on, List<FractureSeries> series, List<CodedEvent> evidence) {
    static final Outcome NOT_MET = new Outcome(false, null, List.of(), List.of());
    static final Outcome MET_BY_ABSENCE = new Outcome(true, null, List.of(), List.of());

    Outcome {
        series = List.copyOf(series);
        evidence = List.copyOf(evidence);
    }

    static Outcome met(LocalDate on, List<CodedEvent> evidence) {
        return new Outcome(true, on, List.of(), evidence);
    }

    /** Both hold, from the later of their days on. */
    Outcome and(Outcome other) {
        if (!met || !other.met) {
            return NOT_MET;
        }
        return new Outcome(true, later(on, other.on), joined(series, other.series), joined(evidence, other.evidence));
    }

    /** At least one holds, from the earlier of the days on; what either counted stays known. */
    Outcome or(Outcome other) {
        if (!met || !other.met) {
            return met ? this : other;
        }
        return new Outcome(true, earlier(on, other.on), joined(series, other.series), joined(evidence, other.evidence));
    }

    static LocalDate later(LocalDate first, LocalDate second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.isAfter(second) ? first : second;
    }

    /** A condition that holds by absence holds from the start, so it is the earlier one. */
    private static LocalDate earlier(LocalDate first, LocalDate second) {
        if (first == null || second == null) {
            return null;
        }
        return first.isBefore(second) ? first : second;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        second.stream().filter(value -> !first.contains(value)).forEach(all::add);
        return all;
    }
}
