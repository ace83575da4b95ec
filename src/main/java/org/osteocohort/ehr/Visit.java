package org.osteocohort.ehr;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One encounter.
 *
 * @param visitId the source's identifier, by which events name their encounter
 * @param end the last day; never null, the start day when the source does not say
 */
public record Visit(String visitId, VisitKind kind, LocalDate start, LocalDate end) {
    public Visit {
        Objects.requireNonNull(visitId, "visitId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }
}
