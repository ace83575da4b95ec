package org.osteocohort.measure.quality;

import java.util.Locale;

/** What a check asks of the data. */
public enum KahnCategory {
    /** Does it keep to the format? */
    CONFORMANCE,
    /** Is it there? */
    COMPLETENESS,
    /** Can it be believed? */
    PLAUSIBILITY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
