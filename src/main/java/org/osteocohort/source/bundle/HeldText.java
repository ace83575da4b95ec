package org.osteocohort.source.bundle;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;

/**
 * The text of a row, or nothing, in the words in which Spark holds it: to tell whether another row has the same one,
 * without making a text of each. Most texts of a row are those of the row before.
 */
public final class HeldText {
    private static final int OF_NOTHING = -1;
    private static final int OFFSET_BITS = 32;

    /** Spreads texts that differ in little: 2 to the power of 64 over the golden ratio, made odd. */
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final int bytes;
    private final long[] words;

    private HeldText(int bytes, long[] words) {
        this.bytes = bytes;
        this.words = words;
    }

    /** What stands in a column of text; stays when Spark uses the row's bytes for another. */
    public static HeldText of(UnsafeRow row, int position) {
        if (row.isNullAt(position)) {
            return new HeldText(OF_NOTHING, new long[0]);
        }
        int bytes = (int) row.getLong(position);
        long[] words = new long[(bytes + Long.BYTES - 1) / Long.BYTES];
        Arrays.setAll(words, word -> word(row, position, word));
        return new HeldText(bytes, words);
    }

    /** Whether a row has the same text there, or nothing as well. */
    public boolean isAt(UnsafeRow row, int position) {
        if (row.isNullAt(position)) {
            return bytes == OF_NOTHING;
        }
        if ((int) row.getLong(position) != bytes) {
            return false;
        }
        for (int word = 0; word < words.length; word++) {
            if (word(row, position, word) != words[word]) {
                return false;
            }
        }
        return true;
    }

    /** A number made of the first bytes of the text that a row has there, which is not nothing; its highest bits vary. */
    public static int beginning(UnsafeRow row, int position) {
        long first = (int) row.getLong(position) == 0 ? 0 : word(row, position, 0);
        return (int) (first * MIXER >>> Integer.SIZE);
    }

    /** A column of text holds where the text begins in the row, and how many bytes it has; the last word is filled up. */
    private static long word(UnsafeRow row, int position, int word) {
        long begin = row.getLong(position) >>> OFFSET_BITS;
        return Platform.getLong(row.getBaseObject(), row.getBaseOffset() + begin + (long) word * Long.BYTES);
    }
}
