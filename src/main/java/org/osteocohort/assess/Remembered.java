package org.osteocohort.assess;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** What texts mean that come again and again, so that each is worked out once. For one thread. */
final class Remembered<T> {
    /** Texts beyond these are worked out each time, so that those written by hand cannot fill the memory. */
    private static final int MOST = 10_000;

    private final Map<UTF8String, Known<T>> known = new HashMap<>();
    private final Function<String, T> meaning;
    /** Rows of a table come one after the other, and most of their texts are those of the row before. */
    private Known<T> last;
    /** Or of the one before that: height and weight are taken in turn. */
    private Known<T> lastOther;

    private record Known<T>(UTF8String text, T meaning) {}

    Remembered(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    /** The meaning of a row's text; null of nothing. */
    T of(InternalRow row, int position) {
        if (row.isNullAt(position)) {
            return null;
        }
        if (last == null || !isTextOf(last, row, position)) {
            Known<T> next = lastOther != null && isTextOf(lastOther, row, position)
                    ? lastOther
                    : known(row.getUTF8String(position));
            lastOther = last;
            last = next;
        }
        return last.meaning();
    }

    /** Asks for the text only to compare it, so that none is made where the last one comes again. */
    private static boolean isTextOf(Known<?> known, InternalRow row, int position) {
        return known.text().equals(row.getUTF8String(position));
    }

    private Known<T> known(UTF8String text) {
        Known<T> found = known.get(text);
        if (found == null) {
            // The bytes may be used for another text soon.
            found = new Known<>(text.copy(), meaning.apply(text.toString()));
            if (known.size() < MOST) {
                known.put(found.text(), found);
            }
        }
        return found;
    }
}
