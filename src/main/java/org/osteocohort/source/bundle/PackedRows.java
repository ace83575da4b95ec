package org.osteocohort.source.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;
import org.osteocohort.fingerprint.Digest;

/**
 * Rows in the bytes that Spark holds them in, each after its length. Only for what the same program reads again: the bytes
 * are those of this version of Spark on this machine's kind.
 */
public final class PackedRows {
    /** Of a length, so that the rows stay where Spark wants them to begin. */
    private static final int HEAD = Long.BYTES;

    private static final int FIRST_BYTES = 512;
    private static final int LINE = Bundles.ROW_TYPE.fieldIndex(Bundles.LINE);

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    void add(UnsafeRow row) {
        int size = row.getSizeInBytes();
        if (length + HEAD + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + HEAD + size));
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putLong(length, size);
        row.writeToMemory(bytes, Platform.BYTE_ARRAY_OFFSET + length + HEAD);
        length += HEAD + size;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /**
     * The rows of a bundle, one after the other.
     *
     * @param packed as {@link Bundles#ROWS} holds them
     * @return rows of the shape {@link Bundles#ROW_TYPE}; the next one takes the place of the one before
     */
    public static Iterator<InternalRow> in(byte[] packed) {
        ByteBuffer lengths = ByteBuffer.wrap(packed).order(ByteOrder.nativeOrder());
        UnsafeRow row = new UnsafeRow(Bundles.ROW_TYPE.length());
        return new Iterator<>() {
            private int position;

            @Override
            public boolean hasNext() {
                return position < packed.length;
            }

            @Override
            public InternalRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int size = (int) lengths.getLong(position);
                row.pointTo(packed, Platform.BYTE_ARRAY_OFFSET + position + HEAD, size);
                position += HEAD + size;
                return row;
            }
        };
    }

    /**
     * A digest of what the rows are, also of which of them stand on one line, but not of which lines these are.
     *
     * @param packed as {@link Bundles#ROWS} holds them
     */
    public static String digestWithoutLines(byte[] packed) {
        byte[] copy = packed.clone();
        Map<Long, Long> lines = new HashMap<>();
        in(copy).forEachRemaining(row -> {
            if (!row.isNullAt(LINE)) {
                long first = lines.size();
                row.setLong(LINE, lines.computeIfAbsent(row.getLong(LINE), line -> first));
            }
        });
        return HexFormat.of().formatHex(Digest.sha256().digest(copy));
    }
}
