package org.osteocohort.source.vocabulary;

import java.io.Serializable;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.osteocohort.codes.Vocabulary;

/** The drug codes that a vocabulary knows, whether or not the study asks for them. */
final class DrugCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,11}");
    /** Beyond every code of RxNorm. */
    private static final long FIRST_NDC = 1_000_000_000_000L;

    private final ConceptIds numbers = new ConceptIds();

    void add(Vocabulary vocabulary, String code) {
        number(vocabulary, code).ifPresent(numbers::add);
    }

    void addAll(DrugCodes others) {
        numbers.addAll(others.numbers);
    }

    boolean contains(Vocabulary vocabulary, String code) {
        OptionalLong number = number(vocabulary, code);
        return number.isPresent() && numbers.contains(number.getAsLong());
    }

    /** Both vocabularies number their codes; others are no drugs. */
    private static OptionalLong number(Vocabulary vocabulary, String code) {
        boolean ofDrugs = vocabulary == Vocabulary.RXNORM || vocabulary == Vocabulary.NDC;
        if (!ofDrugs || !NUMBER.matcher(code).matches()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(code) + (vocabulary == Vocabulary.NDC ? FIRST_NDC : 0));
    }

    /** How a partition hands its codes to the driver. */
    byte[] toBytes() {
        return numbers.toBytes();
    }

    static DrugCodes fromBytes(byte[] bytes) {
        DrugCodes codes = new DrugCodes();
        codes.numbers.addAll(ConceptIds.fromBytes(bytes));
        return codes;
    }
}
