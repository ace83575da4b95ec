package org.osteocohort.density;

import java.util.Locale;

/** Where the Z-score that is used comes from, the preferred source first. */
public enum ZScoreSource {
    /** Height-adjusted, as recorded in the extract. */
    RECORDED_HEIGHT_ADJUSTED,
    /** Height-adjusted by us, with coefficients that the user supplied. */
    COMPUTED_HEIGHT_ADJUSTED,
    /** As recorded in the extract. */
    RECORDED,
    /** Computed from g/cm2 with a reference table that the user supplied. */
    COMPUTED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
