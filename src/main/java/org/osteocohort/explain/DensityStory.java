package org.osteocohort.explain;

import java.util.ArrayList;
import java.util.List;
import org.osteocohort.density.DensityResult;
import org.osteocohort.density.DensitySite;
import org.osteocohort.density.ZScoreSource;
import org.osteocohort.report.BoneDensityRow;

/** Bone density results in words: which Z-score was used, where it comes from, and what it means. */
final class DensityStory {
    private DensityStory() {}

    static List<Happening> of(PatientRecord child) {
        return child.boneDensity().stream()
                .map(scan -> new Happening(scan.scanDate(), Happening.Sort.BONE_DENSITY, text(scan)))
                .toList();
    }

    private static String text(BoneDensityRow scan) {
        boolean unspecified = Words.constant(DensitySite.class, scan.site())
                .filter(site -> site == DensitySite.UNSPECIFIED)
                .isPresent();
        String site = unspecified
                ? "Bone density at a site that is not told, which decides nothing"
                : "Bone density of the " + Words.plain(scan.site());
        String others = others(scan);
        return site + ": " + result(scan) + "." + (others.isEmpty() ? "" : " Also on record: " + others + ".");
    }

    private static String result(BoneDensityRow scan) {
        String score = scan.zUsed() == null
                ? "no Z-score"
                : "Z-score " + Words.zScore(scan.zUsed()) + " (" + source(scan.zSource()) + ")";
        return Words.constant(DensityResult.class, scan.result())
                .map(known -> switch (known) {
                    case LOW -> score + ", low";
                    case NOT_LOW -> score + ", not low";
                    case UNKNOWN -> score + ", so it is unknown whether it is low";
                })
                .orElse(score);
    }

    private static String source(String word) {
        return Words.constant(ZScoreSource.class, word)
                .map(known -> switch (known) {
                    case RECORDED_HEIGHT_ADJUSTED -> "as recorded, adjusted for height";
                    case COMPUTED_HEIGHT_ADJUSTED -> "adjusted for height by this study";
                    case RECORDED -> "as recorded, not adjusted for height";
                    case COMPUTED -> "computed by this study from g/cm2, not adjusted for height";
                })
                .orElse("source not told");
    }

    private static String others(BoneDensityRow scan) {
        List<String> others = new ArrayList<>();
        add("Z-score for age and sex", scan.zRaw(), others);
        add("Z-score adjusted for height", scan.zHeightAdjusted(), others);
        others.removeIf(other -> scan.zUsed() != null && other.endsWith(" " + Words.zScore(scan.zUsed())));
        add("height Z-score", scan.heightZ(), others);
        if (scan.bmdGCm2() != null) {
            others.add(scan.bmdGCm2() + " g/cm2");
        }
        return String.join(", ", others);
    }

    private static void add(String name, Double value, List<String> values) {
        if (value != null) {
            values.add(name + " " + Words.zScore(value));
        }
    }
}
