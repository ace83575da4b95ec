package org.osteocohort.ehr;

import java.util.Locale;

/** Sex as recorded. Unknown is a level of its own, never a reason to drop a child. */
public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As it stands in tables. */
    public String label() {
        return label;
    }
}
