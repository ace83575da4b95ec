package org.osteocohort.generate.design;

/** Side of the body as coded. */
public enum BodySide {
    RIGHT,
    LEFT,
    UNSPECIFIED
}
