package org.osteocohort.codes;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/** A code within its vocabulary, in {@linkplain Vocabulary#normalized comparable} form. */
public record CodeKey(Vocabulary vocabulary, String code) implements Serializable, Comparable<CodeKey> {
    /** Characters before the dot of a diagnosis code; external causes of ICD-9-CM have one more, procedures one less. */
    private static final int ICD_CATEGORY = 3;

    /** By the vocabulary's name, so that the order is that of the text. */
    private static final Comparator<CodeKey> ORDER =
            Comparator.comparing((CodeKey key) -> key.vocabulary().name()).thenComparing(CodeKey::code);

    public CodeKey {
        Objects.requireNonNull(vocabulary, "vocabulary");
        code = Vocabulary.normalized(code);
    }

    /** Reads the text written by {@link #toString()}, for example {@code RXNORM|8640}. */
    public static CodeKey parse(String text) {
        int bar = text.indexOf('|');
        return new CodeKey(Vocabulary.valueOf(text.substring(0, bar)), text.substring(bar + 1));
    }

    @Override
    public int compareTo(CodeKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return vocabulary + "|" + code;
    }

    /** The code as people write it: ICD codes with their dot. */
    public String written() {
        int dot = switch (vocabulary) {
            case ICD10CM -> ICD_CATEGORY;
            case ICD9CM -> code.startsWith("E") ? ICD_CATEGORY + 1 : ICD_CATEGORY;
            case ICD9PROC -> ICD_CATEGORY - 1;
            case ICD10PCS, SNOMEDCT, RXNORM, ATC, HCPCS, CPT, LOINC, NDC, LOCAL -> code.length();
        };
        return code.length() <= dot ? code : code.substring(0, dot) + "." + code.substring(dot);
    }
}
