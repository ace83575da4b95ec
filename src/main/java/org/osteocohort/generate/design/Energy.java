package org.osteocohort.generate.design;

/** Energy of an accident, as the external-cause code of the encounter tells; UNKNOWN when none is coded. */
public enum Energy {
    UNKNOWN,
    LOW,
    MODERATE,
    HIGH,
    ABUSE
}
