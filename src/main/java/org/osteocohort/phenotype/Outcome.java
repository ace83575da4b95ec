package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.ehr.Days;
import org.osteocohort.tag.CodedEvent;

/**
 * What a criterion found, judged anew on every day by what was on record up to it. Fracture events alone are known with
 * hindsight.
 *
 * @param held the days on which it held; without a beginning when it holds by the absence of something
 * @param series the fractures it counted, one series for each way in which it holds or held; other criteria look around
 *     them
 * @param evidence the source rows it rests on
 */
record Outcome(Days held, List<FractureSeries> series, List<CodedEvent> evidence) {
    static final Outcome NOT_MET = new Outcome(Days.NONE, List.of(), List.of());
    static final Outcome MET_BY_ABSENCE = new Outcome(Days.ALL, List.of(), List.of());

    Outcome {
        series = List.copyOf(series);
        evidence = List.copyOf(evidence);
    }

    static Outcome met(LocalDate on, List<CodedEvent> evidence) {
        return new Outcome(Days.from(on), List.of(), evidence);
    }

    /** Whether it holds at the end of the record. */
    boolean met() {
        return held.since(LocalDate.MAX) != null;
    }

    /** Whether it held on some day. */
    boolean everMet() {
        return !held.none();
    }

    /** Both hold. */
    Outcome and(Outcome other) {
        Days both = held.and(other.held);
        return both.none()
                ? NOT_MET
                : new Outcome(both, joined(series, other.series), joined(evidence, other.evidence));
    }

    /** At least one holds; what either counted stays known, but a way that is no longer open is no evidence. */
    Outcome or(Outcome other) {
        if (!everMet() || !other.everMet()) {
            return everMet() ? this : other;
        }
        List<CodedEvent> grounds = met() ? evidence : other.evidence;
        return new Outcome(
                held.or(other.held),
                joined(series, other.series),
                met() == other.met() ? joined(evidence, other.evidence) : grounds);
    }

    /** It does not hold; unknown counts as not holding. */
    Outcome not() {
        return everMet() ? new Outcome(held.not(), List.of(), List.of()) : MET_BY_ABSENCE;
    }

    static LocalDate later(LocalDate first, LocalDate second) {
        return first.isAfter(second) ? first : second;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        second.stream().filter(value -> !first.contains(value)).forEach(all::add);
        return all;
    }
}
