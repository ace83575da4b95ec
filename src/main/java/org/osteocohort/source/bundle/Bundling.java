package org.osteocohort.source.bundle;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rows of one task, packed. Files tend to hold the rows of a child near each other; what is gathered is handed on
 * whenever it has grown to a few megabytes, so that memory does not grow where they do not.
 */
final class Bundling implements Iterator<Row> {
    private static final int MOST_BYTES = 8 << 20;
    private static final int PARTS = Bundles.ROW_TYPE.length();
    private static final int LINE = Bundles.ROW_TYPE.fieldIndex(Bundles.LINE);

    private static final int PATIENT = 0;
    private static final int SITE = 1;
    private static final int FILE = 2;
    private static final int ROW = 3;

    private final Iterator<InternalRow> rows;
    private final Map<Key, PackedRows> gathered = new LinkedHashMap<>();
    private final UnmappedRows unmapped = new UnmappedRows();
    private final Queue<Row> ready = new ArrayDeque<>();
    private long bytes;
    private HeldKey lastKey;
    private PackedRows last;

    private record Key(UTF8String patientId, UTF8String site, UTF8String file) {
        /** Spark uses the bytes of a row for the next one. */
        static Key of(UnsafeRow keyed) {
            return new Key(
                    copy(keyed.getUTF8String(PATIENT)),
                    copy(keyed.getUTF8String(SITE)),
                    copy(keyed.getUTF8String(FILE)));
        }
    }

    /** The same for rows that follow each other, which mostly are of one child. */
    private record HeldKey(HeldText patientId, HeldText site, HeldText file) {
        static HeldKey of(UnsafeRow keyed) {
            return new HeldKey(HeldText.of(keyed, PATIENT), HeldText.of(keyed, SITE), HeldText.of(keyed, FILE));
        }

        private boolean isOf(UnsafeRow keyed) {
            return patientId.isAt(keyed, PATIENT) && file.isAt(keyed, FILE) && site.isAt(keyed, SITE);
        }
    }

    /** @param rows patient, site and file, and a row of the shape {@link Bundles#ROW_TYPE} */
    Bundling(Iterator<InternalRow> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
            take((UnsafeRow) rows.next());
            if (bytes > MOST_BYTES || !rows.hasNext()) {
                handOn();
            }
            if (!rows.hasNext()) {
                unmapped.forEach(this::handOnAlone);
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void take(UnsafeRow keyed) {
        UnsafeRow row = keyed.getStruct(ROW, PARTS);
        if (!keyed.isNullAt(PATIENT)) {
            bytes += packedRows(keyed).add(row);
        } else if (!unmapped.takes(keyed.getUTF8String(SITE), keyed.getUTF8String(FILE), row)) {
            handOnAlone(keyed.getUTF8String(SITE), keyed.getUTF8String(FILE), row);
        }
    }

    private void handOnAlone(UTF8String site, UTF8String file, UnsafeRow row) {
        PackedRows alone = new PackedRows();
        alone.add(row);
        Long line = row.isNullAt(LINE) ? null : row.getLong(LINE);
        ready.add(RowFactory.create(null, text(site), text(file), line, alone.toByteArray()));
    }

    private PackedRows packedRows(UnsafeRow keyed) {
        if (lastKey == null || !lastKey.isOf(keyed)) {
            lastKey = HeldKey.of(keyed);
            last = gathered.computeIfAbsent(Key.of(keyed), key -> new PackedRows());
        }
        return last;
    }

    private void handOn() {
        gathered.forEach((key, packed) -> ready.add(RowFactory.create(
                key.patientId().toString(), text(key.site()), text(key.file()), null, packed.toByteArray())));
        gathered.clear();
        lastKey = null;
        bytes = 0;
    }

    private static UTF8String copy(UTF8String text) {
        return text == null ? null : text.copy();
    }

    private static String text(UTF8String text) {
        return text == null ? null : text.toString();
    }
}
