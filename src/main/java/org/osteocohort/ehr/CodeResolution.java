package org.osteocohort.ehr;

import java.util.Locale;

/** By which way a recorded code was brought to the code sets; evidence carries it. */
public enum CodeResolution {
    /** The code as recorded in the source, compared with the code sets directly. */
    SOURCE_CODE,
    /** The standard concept that the source was mapped to. */
    STANDARD_CONCEPT,
    /** An ancestor in the vocabulary (a drug product's ingredient, a broader SNOMED concept). */
    ANCESTOR,
    /** A drug name that holds the ingredient's word; used only where no vocabulary is at hand. */
    NAME;

    /** The word in the evidence table. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
