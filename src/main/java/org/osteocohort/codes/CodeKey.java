package org.osteocohort.codes;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/** A code within its vocabulary, in {@linkplain Vocabulary#normalized comparable} form. */
public record CodeKey(Vocabulary vocabulary, String code) implements Serializable, Comparable<CodeKey> {
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
}
