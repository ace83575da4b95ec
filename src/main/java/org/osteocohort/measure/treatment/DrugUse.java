package org.osteocohort.measure.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osteocohort.ehr.DaySpan;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.phenotype.Assessment;

/**
 * A child's use of a drug from the first day of use on.
 *
 * @param first the first day of use
 * @param last the last day of follow-up
 * @param covered spans with the drug, in order of time, that neither overlap nor touch: who changes from one agent to
 *     another goes on
 */
record DrugUse(LocalDate first, LocalDate last, List<DaySpan> covered) {
    DrugUse {
        covered = List.copyOf(covered);
    }

    /** The use that began some days after the index date. */
    static DrugUse of(Assessment child, LocalDate first, Set<String> items, StudyFrame frame) {
        List<DaySpan> spans = new ArrayList<>();
        child.exposures().stream()
                .filter(era -> items.contains(era.item()))
                .sorted(Comparator.comparing(DrugEra::start))
                .forEach(era -> join(new DaySpan(era.start(), era.end()), spans));
        return new DrugUse(first, FirstUse.lastDay(child, first, frame).orElse(first), spans);
    }

    private static void join(DaySpan next, List<DaySpan> spans) {
        if (spans.isEmpty() || next.start().isAfter(last(spans).end().plusDays(1))) {
            spans.add(next);
        } else if (next.end().isAfter(last(spans).end())) {
            spans.set(spans.size() - 1, new DaySpan(last(spans).start(), next.end()));
        }
    }

    private static DaySpan last(List<DaySpan> spans) {
        return spans.get(spans.size() - 1);
    }

    boolean observedOn(int day) {
        return !first.plusDays(day).isAfter(last);
    }

    boolean coveredOn(int day) {
        return covered.stream().anyMatch(span -> span.contains(first.plusDays(day)));
    }

    /** Whether the first unbroken use ended while the child was observed; else follow-up ended it. */
    boolean stopped() {
        return endOfFirstUse().isBefore(last);
    }

    /** The first day, since first use, without the drug, or the last of follow-up. */
    int endDay() {
        LocalDate end = stopped() ? endOfFirstUse().plusDays(1) : last;
        return FirstUse.daysBetween(first, end);
    }

    private LocalDate endOfFirstUse() {
        Optional<DaySpan> use =
                covered.stream().filter(span -> span.contains(first)).findFirst();
        return use.map(DaySpan::end).orElse(first);
    }
}
