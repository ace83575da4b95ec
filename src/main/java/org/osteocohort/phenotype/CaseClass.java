package org.osteocohort.phenotype;

/** How sure a definition is of a child, the surest first. */
public enum CaseClass {
    CONFIRMED,
    PROBABLE,
    SUSPECTED,
    NOT_MET
}
