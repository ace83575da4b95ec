package org.osteocohort.density;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.osteocohort.tag.CodedEvent;

/**
 * Bone density of one site on one day (scans within a day of each other are one scan). Any number may be null.
 *
 * @param arealGramsPerSquareCentimetre areal bone mineral density in g/cm2
 * @param zRaw Z-score for age and sex
 * @param zHeightAdjusted Z-score adjusted for height
 * @param zUsed the Z-score that decides; null when there is none
 * @param zSource where {@code zUsed} comes from; null when there is none
 * @param heightZ height-for-age Z-score near the scan; null when no height is near
 */
public record BoneDensity(
        LocalDate scanDate,
        DensitySite site,
        Double arealGramsPerSquareCentimetre,
        Double zRaw,
        Double zHeightAdjusted,
        Double zUsed,
        ZScoreSource zSource,
        Double heightZ,
        List<CodedEvent> evidence) {
    /** A Z-score at or below this is low in the tables (ISCD 2019); a definition sets its own threshold. */
    public static final double LOW_Z_SCORE = -2.0;

    public BoneDensity {
        Objects.requireNonNull(scanDate, "scanDate");
        Objects.requireNonNull(site, "site");
        evidence = List.copyOf(evidence);
    }

    /** Low when the Z-score is at or below the threshold. */
    public DensityResult result(double threshold) {
        if (zUsed == null) {
            return DensityResult.UNKNOWN;
        }
        return zUsed <= threshold ? DensityResult.LOW : DensityResult.NOT_LOW;
    }
}
