package org.osteocohort.fracture;

/** What a fracture means to the definitions. */
public enum FractureKind {
    LONG_BONE,
    /** Malleoli; a long bone only by setting. */
    ANKLE,
    VERTEBRAL_COMPRESSION,
    /** A vertebral fracture whose shape the code does not tell. */
    VERTEBRAL_UNSPECIFIED,
    /** Burst and other vertebral fractures, usually of high energy. */
    VERTEBRAL_OTHER,
    OTHER_SITE
}
