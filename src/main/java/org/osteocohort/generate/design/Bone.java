package org.osteocohort.generate.design;

/** A bone that a made-up child may break. */
public enum Bone {
    HUMERUS("HUMERUS", BoneKind.LONG_BONE),
    FOREARM("FOREARM", BoneKind.LONG_BONE),
    FEMUR("FEMUR", BoneKind.LONG_BONE),
    LOWER_LEG("LOWER_LEG", BoneKind.LONG_BONE),
    ANKLE("ANKLE", BoneKind.ANKLE),
    VERTEBRA_COMPRESSED("VERTEBRAL", BoneKind.VERTEBRAL_COMPRESSION),
    VERTEBRA_UNSPECIFIED("VERTEBRAL", BoneKind.VERTEBRAL_UNSPECIFIED),
    VERTEBRA_BURST("VERTEBRAL", BoneKind.VERTEBRAL_BURST),
    CLAVICLE("OTHER", BoneKind.OTHER_SITE),
    HAND("OTHER", BoneKind.OTHER_SITE),
    FOOT("OTHER", BoneKind.OTHER_SITE),
    RIB("OTHER", BoneKind.OTHER_SITE),
    FINGER("NEVER", BoneKind.NEVER_COUNTED),
    TOE("NEVER", BoneKind.NEVER_COUNTED),
    SKULL("NEVER", BoneKind.NEVER_COUNTED),
    NOSE("NEVER", BoneKind.NEVER_COUNTED),
    TOOTH("NEVER", BoneKind.NEVER_COUNTED);

    private final String site;
    private final BoneKind kind;

    Bone(String site, BoneKind kind) {
        this.site = site;
        this.kind = kind;
    }

    /** The group of bones as the truth names it. */
    public String site() {
        return site;
    }

    public BoneKind kind() {
        return kind;
    }
}
