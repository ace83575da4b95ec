package org.osteocohort.source.bundle;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;

/**
 * Rows packed close, as {@link UnpackedRows} reads them again. Only for what the same program reads: the bytes are those
 * of this version of Spark on this machine's kind.
 *
 * <p>The rows of a child in a file tell much the same again and again: the table, the domain, the vocabulary, and that
 * most cells are empty. So of each row, in the words that Spark holds it in, only the words are written that differ from
 * those of the row before, and of these only the bytes that do. A row takes a tenth of its length so, and with it whatever
 * carries, keeps, sorts and compresses it.
 *
 * <p>A row is the number of its words; then, until all words are told, how many words are as before and, unless that was
 * the end, which bytes of the next one differ, a bit each, and for each of these the difference (exclusive or).
 */
final class PackedRows {
    private static final int FIRST_BYTES = 64;

    /** The most that a number takes. */
    private static final int NUMBER_BYTES = 5;

    /** The most that a word takes: how many are as before, which bytes differ, and all of them. */
    private static final int WORD_BYTES = NUMBER_BYTES + 1 + Long.BYTES;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;
    private long[] before = {};

    /** Packs a row, and says how many more bytes are held now. */
    int add(UnsafeRow row) {
        int held = held();
        int words = row.getSizeInBytes() / Long.BYTES;
        makeRoom(words);
        number(words);
        int same = 0;
        for (int word = 0; word < words; word++) {
            long now = Platform.getLong(row.getBaseObject(), row.getBaseOffset() + (long) word * Long.BYTES);
            long difference = now ^ before[word];
            if (difference == 0) {
                same++;
            } else {
                number(same);
                difference(difference);
                before[word] = now;
                same = 0;
            }
        }
        if (same > 0) {
            number(same);
        }
        Arrays.fill(before, words, before.length, 0);
        return held() - held;
    }

    private int held() {
        return bytes.length + before.length * Long.BYTES;
    }

    private void makeRoom(int words) {
        int most = length + NUMBER_BYTES + words * WORD_BYTES + NUMBER_BYTES;
        if (most > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(most, bytes.length + bytes.length / 2));
        }
        if (words > before.length) {
            before = Arrays.copyOf(before, words);
        }
    }

    /** Seven bits a byte, the lowest first; all but the last byte have the highest bit. */
    private void number(int number) {
        int left = number;
        while (left >= 1 << 7) {
            bytes[length++] = (byte) (left | 1 << 7);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
    }

    private void difference(long difference) {
        int place = length++;
        int told = 0;
        long left = difference;
        while (left != 0) {
            int at = Long.numberOfTrailingZeros(left) / Byte.SIZE;
            told |= 1 << at;
            bytes[length++] = (byte) (difference >>> at * Byte.SIZE);
            left &= ~(0xFFL << at * Byte.SIZE);
        }
        bytes[place] = (byte) told;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }
}
