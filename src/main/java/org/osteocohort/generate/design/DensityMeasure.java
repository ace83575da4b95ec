package org.osteocohort.generate.design;

/** A number of a bone density scan. */
public enum DensityMeasure {
    SPINE_Z("LUMBAR_SPINE", false),
    SPINE_Z_ADJUSTED("LUMBAR_SPINE", true),
    BODY_Z("TOTAL_BODY_LESS_HEAD", false),
    BODY_Z_ADJUSTED("TOTAL_BODY_LESS_HEAD", true),
    /** The rules look at the spine and the body less head only. */
    HIP_Z(null, false),
    /** Never to be used in children. */
    SPINE_T(null, false),
    /** Grams per square centimetre: no Z-score without a reference. */
    SPINE_AREAL(null, false);

    private final String site;
    private final boolean adjusted;

    DensityMeasure(String site, boolean adjusted) {
        this.site = site;
        this.adjusted = adjusted;
    }

    /** The site whose Z-score this is; null when the number may not decide anything. */
    public String site() {
        return site;
    }

    /** Whether the Z-score is adjusted for height. */
    public boolean adjusted() {
        return adjusted;
    }
}
