package org.osteocohort.generate.design;

/** What a broken bone means to the written rules. */
public enum BoneKind {
    LONG_BONE,
    ANKLE,
    VERTEBRAL_COMPRESSION,
    VERTEBRAL_UNSPECIFIED,
    VERTEBRAL_BURST,
    OTHER_SITE,
    NEVER_COUNTED
}
