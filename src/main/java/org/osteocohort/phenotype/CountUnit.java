package org.osteocohort.phenotype;

/** What is counted as one. */
public enum CountUnit {
    /** One accident, however many bones broke. */
    EVENT,
    /** Every broken bone of an accident. */
    BONE
}
