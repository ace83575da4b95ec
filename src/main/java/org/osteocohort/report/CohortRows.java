package org.osteocohort.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.measure.population.StudyCohort;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.phenotype.Verdict;

/** The days that a child spent in each class of each definition, and which of them put it into the study's cohorts. */
final class CohortRows {
    private CohortRows() {}

    static List<CohortRow> of(Assessment child, StudyFrame frame) {
        List<ClassSpan> ofStudy = StudyCohort.memberships(child, frame);
        return child.verdicts().stream()
                .flatMap(verdict -> rows(child, verdict, ofStudy))
                .toList();
    }

    private static Stream<CohortRow> rows(Assessment child, Verdict verdict, List<ClassSpan> ofStudy) {
        return verdict.history().spans().stream()
                .map(span -> new CohortRow(
                        verdict.phenotype(),
                        child.history().patient().patientId(),
                        child.history().patient().subjectId(),
                        span.indexDate(),
                        cohortEnd(child, span),
                        word(span.caseClass()),
                        span.until(),
                        ofStudy.contains(span),
                        span.path(),
                        word(span.etiology()),
                        span.firstFractureDate(),
                        String.join(RestrictedRows.SEPARATOR, span.causes()),
                        String.join(RestrictedRows.SEPARATOR, verdict.flags())));
    }

    private static LocalDate cohortEnd(Assessment child, ClassSpan span) {
        LocalDate observed = child.history().observation().stream()
                .filter(period -> period.contains(span.indexDate()))
                .map(ObservationPeriod::end)
                .findFirst()
                .orElse(span.indexDate());
        return span.until() == null || observed.isBefore(span.until()) ? observed : span.until();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
