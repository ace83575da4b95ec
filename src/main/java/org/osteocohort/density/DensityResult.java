package org.osteocohort.density;

import java.util.Locale;

/** Three states: unknown is never normal. */
public enum DensityResult {
    LOW,
    NOT_LOW,
    UNKNOWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
