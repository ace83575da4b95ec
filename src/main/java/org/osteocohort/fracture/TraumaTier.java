package org.osteocohort.fracture;

/** Energy of the accident, lowest first, so that the highest recorded code wins. Unknown is not low. */
public enum TraumaTier {
    UNKNOWN,
    LOW,
    MODERATE,
    HIGH,
    ABUSE
}
