package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
            if (before == null || !before.isBefore(spans.get(next).from())) {
                throw new IllegalArgumentException("classes out of order, or two on one day");
            }
        }
    }

    /** The class on a day, as far as was known by then. */
    public CaseClass on(LocalDate day) {
        return spans.stream()
                .filter(span -> span.contains(day))
                .map(ClassSpan::caseClass)
                .findFirst()
                .orElse(CaseClass.NOT_MET);
    }

    /** On each day the way counts that {@link Way#best} names. */
    static ClassHistory of(List<Way> ways) {
        if (ways.isEmpty()) {
            return NONE;
        }
        List<LocalDate> days = Way.turningDays(ways);
        List<ClassSpan> spans = new ArrayList<>();
        for (int next = 0; next < days.size(); next++) {
            LocalDate until =
                    next + 1 == days.size() ? null : days.get(next + 1).minusDays(1);
            Way best = Way.best(ways, days.get(next));
            if (best != null) {
                add(new ClassSpan(best.rule().caseClass(), best.rule().path(), days.get(next), until), spans);
            }
        }
        return new ClassHistory(spans);
    }

    private static void add(ClassSpan span, List<ClassSpan> spans) {
        ClassSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        boolean goesOn = last != null
                && last.caseClass() == span.caseClass()
                && last.path().equals(span.path())
                && last.until().plusDays(1).equals(span.from());
        if (goesOn) {
            spans.set(spans.size() - 1, new ClassSpan(last.caseClass(), last.path(), last.from(), span.until()));
        } else {
            spans.add(span);
        }
    }
}
