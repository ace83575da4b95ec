package org.osteocohort.fracture;

import java.util.Locale;

/** Why no definition may count an event. */
public enum NotCounted {
    /** A site that is never evidence of osteoporosis: skull, finger, toe, stress or periprosthetic fracture. */
    NEVER_COUNTED_SITE,
    BIRTH_INJURY,
    /** A tumour, cyst or infection of the bone itself near the fracture. */
    LOCAL_DISEASE,
    ABUSE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
