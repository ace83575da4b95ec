package org.osteocohort.density;

import java.util.Locale;

/** Where bone density was measured. ISCD prefers the lumbar spine and the total body less head in children. */
public enum DensitySite {
    LUMBAR_SPINE,
    TOTAL_BODY_LESS_HEAD,
    HIP,
    FEMUR,
    FOREARM,
    /** The site is not told; such a result never decides anything. */
    UNSPECIFIED;

    /** The word in tables and code set items, for example {@code lumbar_spine}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
