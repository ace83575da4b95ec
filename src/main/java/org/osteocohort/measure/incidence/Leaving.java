package org.osteocohort.measure.incidence;

/** How a child that was in a group of classes is out of it again. */
enum Leaving {
    /** On some day up to the last that it contributes to the study. */
    LEFT,
    /** On that day itself. */
    NO_LONGER
}
