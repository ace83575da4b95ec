package org.osteocohort.fracture;

/** Side of the body, as far as the code tells. */
public enum Side {
    LEFT,
    RIGHT,
    UNKNOWN
}
