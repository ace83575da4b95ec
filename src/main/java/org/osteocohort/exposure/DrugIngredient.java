package org.osteocohort.exposure;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.osteocohort.codes.CodeKey;

/**
 * What the rules know of an ingredient.
 *
 * @param codes all keys of this ingredient (RxNorm ingredients, ATC substances, HCPCS products); the first one names it
 * @param gapDays gap bridged between records of this ingredient, in days; null where the class's own gap holds
 * @param effectWindowDays days for which one infusion or injection acts, its own day included; null when it has no
 *     window of its own
 * @param milligramsEqualToPrednisone5 milligrams that act like 5 mg of prednisone; null when it is no glucocorticoid
 * @param enzymeInducer whether it speeds up the liver's breakdown of vitamin D
 * @param billedMilligrams milligrams in one billed unit of an HCPCS product; products billed as "up to" are missing,
 *     since their dose is not told
 */
record DrugIngredient(
        String name,
        List<CodeKey> codes,
        Integer gapDays,
        Integer effectWindowDays,
        Double milligramsEqualToPrednisone5,
        boolean enzymeInducer,
        Map<CodeKey, Double> billedMilligrams)
        implements Serializable {
    private static final double PREDNISONE_MILLIGRAMS = 5;

    DrugIngredient {
        codes = List.copyOf(codes);
        billedMilligrams = Map.copyOf(billedMilligrams);
    }

    /** An ingredient that the code sets name and the rules say nothing of. */
    static DrugIngredient of(CodeKey code, String name) {
        return new DrugIngredient(name, List.of(code), null, null, null, false, Map.of());
    }

    /** The text by which an era names it, for example {@code RXNORM|8640 prednisone}. */
    String label() {
        return codes.get(0) + " " + name;
    }

    /** Milligrams of prednisone that one milligram acts like; null when it is no glucocorticoid. */
    Double prednisoneFactor() {
        return milligramsEqualToPrednisone5 == null ? null : PREDNISONE_MILLIGRAMS / milligramsEqualToPrednisone5;
    }
}
