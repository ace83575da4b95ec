package org.osteocohort.codes;

/** How a code set row reaches the codes of an extract. */
public enum CodeMatch {
    /** This code and no other. */
    EXACT,
    /** Every code that begins so. */
    PREFIX,
    /** This concept and all below it in the vocabulary's hierarchy; without a vocabulary folder, the concept alone. */
    DESCENDANTS,
    /** Every drug product with this RxNorm ingredient. */
    INGREDIENT,
    /** Every drug in this ATC class: codes that begin so, and products below it in the vocabulary. */
    CLASS
}
