package org.osteocohort.source.bundle;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;
import org.osteocohort.fingerprint.Digest;

/**
 * The rows of a bundle, one after the other, of the shape {@link Bundles#ROW_TYPE}; the next one takes the place of the
 * one before.
 */
public final class UnpackedRows implements Iterator<UnsafeRow> {
    private static final int LINE = Bundles.ROW_TYPE.fieldIndex(Bundles.LINE);

    private final byte[] packed;
    private final UnsafeRow row = new UnsafeRow(Bundles.ROW_TYPE.length());
    private int position;
    private long[] words = {};

    /** @param packed as {@link Bundles#ROWS} holds them */
    public UnpackedRows(byte[] packed) {
        this.packed = packed;
    }

    @Override
    public boolean hasNext() {
        return position < packed.length;
    }

    @Override
    public UnsafeRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int length = number();
        if (length > words.length) {
            words = Arrays.copyOf(words, length);
        }
        int word = 0;
        while (word < length) {
            word += number();
            if (word < length) {
                words[word++] ^= difference();
            }
        }
        Arrays.fill(words, length, words.length, 0);
        row.pointTo(words, Platform.LONG_ARRAY_OFFSET, length * Long.BYTES);
        return row;
    }

    private int number() {
        int number = 0;
        for (int bits = 0; ; bits += 7) {
            byte part = packed[position++];
            number |= (part & (1 << 7) - 1) << bits;
            if (part >= 0) {
                return number;
            }
        }
    }

    private long difference() {
        int told = packed[position++] & 0xFF;
        long difference = 0;
        while (told != 0) {
            int at = Integer.numberOfTrailingZeros(told);
            difference |= (packed[position++] & 0xFFL) << at * Byte.SIZE;
            told &= told - 1;
        }
        return difference;
    }

    /**
     * A digest of what the rows are, also of which of them stand on one line, but not of which lines these are.
     *
     * @param packed as {@link Bundles#ROWS} holds them
     */
    public static String digestWithoutLines(byte[] packed) {
        MessageDigest digest = Digest.sha256();
        Map<Long, Long> lines = new HashMap<>();
        UnpackedRows rows = new UnpackedRows(packed);
        while (rows.hasNext()) {
            // The next one is told by this one, which therefore must stay as it is.
            UnsafeRow row = rows.next().copy();
            if (!row.isNullAt(LINE)) {
                long first = lines.size();
                row.setLong(LINE, lines.computeIfAbsent(row.getLong(LINE), line -> first));
            }
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, row.getSizeInBytes()));
            digest.update(row.getBytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
