package org.osteocohort.phenotype;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.osteocohort.density.BoneReference;
import org.osteocohort.density.DensitySettings;
import org.osteocohort.density.HeightAdjustment;
import org.osteocohort.exposure.DrugRules;
import org.osteocohort.fracture.FractureRules;
import org.osteocohort.fracture.FractureSettings;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.tag.TagRules;

/** The rules that stand beside the code sets and hold for every definition of the study. */
public record ClinicalRules(
        FractureSettings fractures,
        DensitySettings density,
        BoneReference boneReference,
        HeightAdjustment heightAdjustment,
        DrugRules drugs,
        TagRules tags,
        EtiologyRules etiology)
        implements Serializable {
    /** Reads the rule files of a code set folder; their mistakes are added to the problems. */
    public static ClinicalRules read(Path folder, List<Problem> problems) {
        return new ClinicalRules(
                FractureRules.read(folder, problems),
                DensitySettings.standard(),
                BoneReference.none(),
                HeightAdjustment.none(),
                read(folder.resolve(DrugRules.FILE), DrugRules::read, problems),
                TagRules.read(folder, problems),
                EtiologyRules.read(folder, problems));
    }

    /** These rules with the tables that the user supplies; null for none. */
    public ClinicalRules with(Path reference, Path adjustment, List<Problem> problems) {
        return new ClinicalRules(
                fractures,
                density,
                reference == null ? boneReference : read(reference, BoneReference::read, problems),
                adjustment == null ? heightAdjustment : read(adjustment, HeightAdjustment::read, problems),
                drugs,
                tags,
                etiology);
    }

    /** What a reader makes of a file; null, and the problems added, after a mistake. */
    private static <T> T read(Path file, Function<Path, T> reader, List<Problem> problems) {
        try {
            return reader.apply(file);
        } catch (BadJobException exception) {
            problems.addAll(exception.problems());
            return null;
        }
    }
}
