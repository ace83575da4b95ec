package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osteocohort.ehr.DaySpan;
import org.osteocohort.ehr.Days;

/**
 * The classes of one child under one definition over time, each day judged by what was on record up to it. A child that
 * is suspected first and confirmed years later was suspected in between; one whose bone density proved normal is no
 * longer suspected from then on.
 *
 * @param spans in order of time, without overlap; the child was in no class in between
 */
public record ClassHistory(List<ClassSpan> spans) {
    public static final ClassHistory NONE = new ClassHistory(List.of());

    public ClassHistory {
        spans = List.copyOf(spans);
        for (int next = 1; next < spans.size(); next++) {
            LocalDate before = spans.get(next - 1).until();
            if (before == null || !before.isBefore(spans.get(next).indexDate())) {
                throw new IllegalArgumentException("classes out of order, or two on one day");
            }
        }
    }

    /** Whether the child was in no class on any day. */
    public boolean none() {
        return spans.isEmpty();
    }

    /** The class that the child was in on a day, as far as was known by then; empty when it was in none. */
    public Optional<ClassSpan> on(LocalDate day) {
        for (ClassSpan span : spans) {
            if (span.contains(day)) {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }

    /** The days on which the child was in one of some classes. */
    public Days in(Predicate<CaseClass> classes) {
        return spans.stream()
                .filter(span -> classes.test(span.caseClass()))
                .map(span ->
                        Days.of(new DaySpan(span.indexDate(), span.until() == null ? LocalDate.MAX : span.until())))
                .reduce(Days.NONE, Days::or);
    }
}
