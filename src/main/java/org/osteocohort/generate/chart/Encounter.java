package org.osteocohort.generate.chart;

import java.time.LocalDate;
import org.osteocohort.ehr.VisitKind;

/** One encounter; a child has at most one of a kind on a day. */
public record Encounter(LocalDate start, VisitKind kind, LocalDate end) {}
