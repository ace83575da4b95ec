package org.osteocohort.assess;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.osteocohort.source.bundle.HeldText;

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

    private record Known<T>(HeldText text, T meaning) {}

    Remembered(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    /** The meaning of a row's text; null of nothing. */
    T of(UnsafeRow row, int position) {
        if (row.isNullAt(position)) {
            return null;
        }
        if (last == null || !last.text().isAt(row, position)) {
            Known<T> next =
                    lastOther != null && lastOther.text().isAt(row, position) ? lastOther : known(row, position);
            lastOther = last;
            last = next;
        }
        return last.meaning();
    }

    private Known<T> known(UnsafeRow row, int position) {
        UTF8String text = row.getUTF8String(position);
        Known<T> found = known.get(text);
        if (found == null) {
            found = new Known<>(HeldText.of(row, position), meaning.apply(text.toString()));
            if (known.size() < MOST) {
                // The bytes may be used for another text soon.
                known.put(text.copy(), found);
            }
        }
        return found;
    }
}
