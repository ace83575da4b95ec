package org.osteocohort.phenotype;

import java.io.Serializable;

/**
 * A condition on one child, as data. Records only; a definition file is a tree of them, and {@link #evaluate} gives
 * them their meaning.
 */
public sealed interface Criterion extends Serializable
        permits AllOf,
                AnyOf,
                CauseInEffect,
                DensityFall,
                DensityState,
                FractureCount,
                LeftTruncated,
                Named,
                Not,
                RecordCount {
    /** On which days the condition held for the child, and why. */
    Outcome evaluate(Findings findings);

    /** Whether no child without a counted fracture can meet it. */
    boolean asksForFracture();

    /** Whether a child with nothing on record meets it, so that it holds from no day on. */
    default boolean holdsWithoutRecords() {
        return false;
    }

    /** The condition in plain English; named criteria are shown by name and noted in the glossary. */
    Clause describe(Glossary glossary);
}
