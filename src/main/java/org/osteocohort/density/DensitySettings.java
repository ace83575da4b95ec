package org.osteocohort.density;

import java.io.Serializable;

/**
 * The constants of the density rules.
 *
 * @param lowestZ lowest Z-score taken for a measurement, inclusive, in standard deviations; below it the number is
 *     something else. Source: project decision
 * @param highestZ highest Z-score taken for a measurement, inclusive, in standard deviations. Source: project decision
 * @param highestAreal upper limit of an areal density, exclusive, in g/cm2; the lower limit is zero. Source: project
 *     decision; adult densities of any site stay below 2
 * @param sameScanDays days after the first day of a scan on which a further result still belongs to it. Source:
 *     project decision: scans are repeated the next day for movement and metal
 * @param heightWindowDays days before or after the scan within which a height describes the child. Source: project
 *     decision: children grow about 6 cm a year
 * @param heightWindowDaysWhenOlder the same in days for those beyond {@code olderAgeYears}, who hardly grow. Source:
 *     project decision
 * @param olderAgeYears birthday after which the wider window holds, in years. Source: project decision
 * @param shortHeightZ height Z-score below which a child is short for age, so that a Z-score without adjustment reads
 *     too low, exclusive, in standard deviations. Source: ISCD 2019 asks to adjust in short stature, which is by
 *     convention more than two standard deviations below the mean
 * @param lowestHeight least height taken for one, in cm. Source: project decision; heights are asked from two years on
 * @param highestHeight greatest height taken for one, in cm. Source: project decision
 * @param lowestHeightZ lowest height Z-score taken for one, inclusive, in standard deviations; beyond it the unit is
 *     wrong. Source: project decision, wide enough for severe osteogenesis imperfecta
 * @param highestHeightZ highest height Z-score taken for one, inclusive, in standard deviations. Source: project
 *     decision
 */
public record DensitySettings(
        double lowestZ,
        double highestZ,
        double highestAreal,
        int sameScanDays,
        int heightWindowDays,
        int heightWindowDaysWhenOlder,
        int olderAgeYears,
        double shortHeightZ,
        double lowestHeight,
        double highestHeight,
        double lowestHeightZ,
        double highestHeightZ)
        implements Serializable {

    /** The project's own values. */
    public static DensitySettings standard() {
        return new DensitySettings(-10, 6, 2.5, 1, 90, 180, 16, -2.0, 40, 230, -10, 6);
    }

    boolean plausibleZ(double zScore) {
        return zScore >= lowestZ && zScore <= highestZ;
    }

    boolean plausibleAreal(double gramsPerSquareCentimetre) {
        return gramsPerSquareCentimetre > 0 && gramsPerSquareCentimetre < highestAreal;
    }

    boolean plausibleHeight(double centimetres) {
        return centimetres >= lowestHeight && centimetres <= highestHeight;
    }

    boolean plausibleHeightZ(double heightZ) {
        return heightZ >= lowestHeightZ && heightZ <= highestHeightZ;
    }
}
