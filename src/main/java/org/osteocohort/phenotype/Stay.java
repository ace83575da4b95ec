package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osteocohort.tag.CodedEvent;

/**
 * Days without a break on which one class was the surest that was open to a child.
 *
 * @param way the way by which the class was reached on the first of the days
 * @param until null when the child is in the class at the end of the record
 */
record Stay(Way way, LocalDate from, LocalDate until) {
    /** The stays of a child, in order of time; on each day the way counts that {@link Way#best} names. */
    static List<Stay> of(List<Way> ways) {
        List<Stay> stays = new ArrayList<>();
        Way reached = null;
        LocalDate from = null;
        for (LocalDate day : Way.turningDays(ways)) {
            Way best = Way.best(ways, day);
            if (!Objects.equals(caseClass(reached), caseClass(best))) {
                if (reached != null) {
                    stays.add(new Stay(reached, from, day.minusDays(1)));
                }
                reached = best;
                from = day;
            }
        }
        if (reached != null) {
            stays.add(new Stay(reached, from, null));
        }
        return stays;
    }

    private static CaseClass caseClass(Way way) {
        return way == null ? null : way.rule().caseClass();
    }

    /** The first fracture of those that sufficed by the first of the days; null when the way counts none. */
    LocalDate firstFracture() {
        return way.outcome().series().stream()
                .filter(series -> !series.complete().isAfter(from))
                .map(FractureSeries::first)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The source rows behind the way; what came after the last of the days is no ground for them. */
    List<CodedEvent> evidence() {
        return way.outcome().evidence().stream()
                .filter(event -> until == null || !event.date().isAfter(until))
                .toList();
    }
}
