package org.osteocohort.codes;

import java.io.Serializable;
import java.util.Objects;

/** A code within its vocabulary, in {@linkplain Vocabulary#normalized comparable} form. */
public record CodeKey(Vocabulary vocabulary, String code) implements Serializable {
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
    public String toString() {
        return vocabulary + "|" + code;
    }
}
