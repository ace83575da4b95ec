package org.osteocohort.parquet;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.io.api.Binary;

/** The texts of a column as Parquet takes them; those of a column of few words are made once. */
final class WrittenWords {
    /** A column that has more is no column of words: its texts hardly ever come again. */
    private static final int MOST = 64;

    private final Map<String, Binary> made = new HashMap<>();

    Binary of(String text) {
        Binary known = made.get(text);
        if (known == null) {
            known = Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
            if (made.size() < MOST) {
                made.put(text, known);
            }
        }
        return known;
    }
}
