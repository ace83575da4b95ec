package org.osteocohort.source.fhir;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.function.BinaryOperator;
import org.apache.spark.util.sketch.BloomFilter;
import org.apache.spark.util.sketch.IncompatibleMergeException;
import org.osteocohort.source.vocabulary.JudgedCode;

/**
 * The Medication resources of an extract, as far as records that point to them must know: what those stand for that the
 * study asks for, and of all others whether they tell what drug they are. There may be one for each order of a hospital,
 * so the others are known by a filter of fixed size: of a thousand that tell nothing it takes about one for one that does.
 */
final class Medications implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long EXPECTED = 1_000_000;
    private static final double TAKEN_FOR_ANOTHER = 0.001;
    private static final BinaryOperator<JudgedCode> FIRST_BY_CONTENT =
            BinaryOperator.minBy(Comparator.comparing(JudgedCode::toString));

    private final HashMap<String, JudgedCode> asked = new HashMap<>();
    private final BloomFilter named;

    private Medications(long expected) {
        this.named = BloomFilter.create(expected, TAKEN_FOR_ANOTHER);
    }

    /** To gather many. */
    static Medications gathered() {
        return new Medications(EXPECTED);
    }

    /** Of an extract that has no such resources. */
    static Medications none() {
        return new Medications(1);
    }

    /** Notes what a resource stands for; of several with one id the first by content. */
    void ask(String id, JudgedCode code) {
        asked.merge(id, code, FIRST_BY_CONTENT);
    }

    /** Notes that a resource tells what drug it is, though the study does not ask for it. */
    void name(String id) {
        named.putString(id);
    }

    /** What the resource stands for; null when the study does not ask for it, or nobody can tell. */
    JudgedCode of(String id) {
        return asked.get(id);
    }

    /** Whether there is a resource of this id that tells what drug it is. */
    boolean tells(String id) {
        return asked.containsKey(id) || named.mightContainString(id);
    }

    /** These and the others, both gathered. */
    Medications with(Medications others) {
        others.asked.forEach(this::ask);
        try {
            named.mergeInPlace(others.named);
        } catch (IncompatibleMergeException ofAnotherSize) {
            throw new IllegalArgumentException(ofAnotherSize);
        }
        return this;
    }
}
