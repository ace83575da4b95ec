package org.osteocohort.density;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.tag.CodedEvent;

/**
 * One density measurement, read as what it is.
 *
 * @param value null when the record holds no number, or one that cannot be this quantity
 */
record DensityReading(CodedEvent coded, DensitySite site, Quantity quantity, Double value) {
    private static final String ITEM_PREFIX = "bmd.";
    private static final Set<String> SCORE_UNITS = Set.of("", "z-score", "zscore", "sd", "score", "1");
    private static final Set<String> GRAM_UNITS = Set.of("g/cm2", "g/cm^2", "g/cm²", "gm/cm2");
    private static final Set<String> MILLIGRAM_UNITS = Set.of("mg/cm2", "mg/cm^2", "mg/cm²");
    private static final Pattern MARKS = Pattern.compile("[\\s{}\\[\\]]");
    private static final double MILLIGRAMS_PER_GRAM = 1000;

    /** What the number is. */
    enum Quantity {
        RAW_Z,
        HEIGHT_ADJUSTED_Z,
        AREAL
    }

    LocalDate date() {
        return coded.date();
    }

    boolean tellsZScore() {
        return quantity != Quantity.AREAL && value != null;
    }

    /** Whether another record tells the same once more. */
    boolean repeats(DensityReading other) {
        return date().equals(other.date())
                && site == other.site
                && quantity == other.quantity
                && (value == null ? other.value == null : value.equals(other.value));
    }

    /** Reads a record under a role of density; a unit of mass per area overrules a code that promises a Z-score. */
    static DensityReading of(CodedEvent coded, DensitySettings settings) {
        NumericResult result = coded.event().result();
        Double number = result == null ? null : result.value();
        String unit = result == null ? "" : normalized(result.unit());
        boolean milligrams = MILLIGRAM_UNITS.contains(unit);
        boolean unitOfMass = milligrams || GRAM_UNITS.contains(unit);
        boolean areal = unitOfMass || coded.row().role() == Role.BMD_AREAL;
        if (areal) {
            Double grams = number == null || !milligrams ? number : Double.valueOf(number / MILLIGRAMS_PER_GRAM);
            boolean accepted = grams != null && (unitOfMass || unit.isEmpty()) && settings.plausibleAreal(grams);
            return new DensityReading(coded, site(coded), Quantity.AREAL, accepted ? grams : null);
        }
        boolean adjusted = coded.row().role() == Role.BMD_ZSCORE_HEIGHT_ADJUSTED;
        boolean accepted = number != null && SCORE_UNITS.contains(unit) && settings.plausibleZ(number);
        return new DensityReading(
                coded, site(coded), adjusted ? Quantity.HEIGHT_ADJUSTED_Z : Quantity.RAW_Z, accepted ? number : null);
    }

    /** The site that the code set row's item names; a site of another name is not told apart and never decides. */
    private static DensitySite site(CodedEvent coded) {
        for (DensitySite site : DensitySite.values()) {
            if (coded.row().item().equals(ITEM_PREFIX + site.label())) {
                return site;
            }
        }
        return DensitySite.UNSPECIFIED;
    }

    private static String normalized(String unit) {
        return unit == null ? "" : MARKS.matcher(unit.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
