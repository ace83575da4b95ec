package org.osteocohort.explain;

import java.util.List;
import java.util.Objects;
import org.osteocohort.report.BoneDensityRow;
import org.osteocohort.report.CohortRow;
import org.osteocohort.report.EvidenceRow;
import org.osteocohort.report.ExposureRow;
import org.osteocohort.report.FractureRow;
import org.osteocohort.report.PatientRow;
import org.osteocohort.report.TagRow;

/** The rows of one patient in every restricted table of a run. */
public record PatientRecord(
        PatientRow patient,
        List<TagRow> tags,
        List<FractureRow> fractures,
        List<BoneDensityRow> boneDensity,
        List<ExposureRow> exposures,
        List<CohortRow> cohort,
        List<EvidenceRow> evidence) {
    public PatientRecord {
        Objects.requireNonNull(patient, "patient");
        tags = List.copyOf(tags);
        fractures = List.copyOf(fractures);
        boneDensity = List.copyOf(boneDensity);
        exposures = List.copyOf(exposures);
        cohort = List.copyOf(cohort);
        evidence = List.copyOf(evidence);
    }

    /** The source records behind an item, a fracture event or a verdict, as the evidence table names them. */
    List<EvidenceRow> evidence(String item, String rule) {
        return evidence.stream()
                .filter(row -> row.item().equals(item) && row.rule().equals(rule))
                .toList();
    }
}
