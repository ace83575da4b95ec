package org.osteocohort.phenotype;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.osteocohort.density.DensitySettings;
import org.osteocohort.exposure.DrugRules;
import org.osteocohort.fracture.FractureRules;
import org.osteocohort.fracture.FractureSettings;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.tag.TagRules;

/** The rules that stand beside the code sets and hold for every definition of the study. */
public record ClinicalRules(
        FractureSettings fractures, DensitySettings density, DrugRules drugs, TagRules tags, EtiologyRules etiology)
        implements Serializable {
    /** Reads the rule files of a code set folder; their mistakes are added to the problems. */
    public static ClinicalRules read(Path folder, List<Problem> problems) {
        return new ClinicalRules(
                FractureRules.read(folder, problems),
                DensitySettings.standard(),
                drugs(folder, problems),
                TagRules.read(folder, problems),
                EtiologyRules.read(folder, problems));
    }

    private static DrugRules drugs(Path folder, List<Problem> problems) {
        try {
            return DrugRules.read(folder.resolve(DrugRules.FILE));
        } catch (BadJobException exception) {
            problems.addAll(exception.problems());
            return null;
        }
    }
}
