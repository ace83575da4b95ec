package org.osteocohort.phenotype;

import java.util.List;
import java.util.Objects;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.tag.Tag;

/**
 * All that is derived for one child.
 *
 * @param history the records it was derived from
 * @param verdicts one per phenotype, in the order of the job
 */
public record Assessment(
        PatientHistory history,
        List<FractureEvent> fractures,
        List<BoneDensity> boneDensity,
        List<DrugEra> exposures,
        List<Tag> tags,
        List<Verdict> verdicts) {
    public Assessment {
        Objects.requireNonNull(history, "history");
        fractures = List.copyOf(fractures);
        boneDensity = List.copyOf(boneDensity);
        exposures = List.copyOf(exposures);
        tags = List.copyOf(tags);
        verdicts = List.copyOf(verdicts);
    }
}
