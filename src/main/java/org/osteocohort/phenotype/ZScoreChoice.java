package org.osteocohort.phenotype;

import org.osteocohort.density.BoneDensity;

/** Which Z-score of a result decides. */
public enum ZScoreChoice {
    /** The height-adjusted one if there is one, else the raw one. */
    ADJUSTED_ELSE_RAW,
    RAW,
    ADJUSTED_ONLY;

    /** The chosen Z-score; null when it is not on record. */
    Double of(BoneDensity density) {
        return switch (this) {
            case ADJUSTED_ELSE_RAW -> density.zUsed();
            case RAW -> density.zRaw();
            case ADJUSTED_ONLY -> density.zHeightAdjusted();
        };
    }
}
