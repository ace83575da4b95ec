package org.osteocohort.assess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.osteocohort.source.bundle.HeldText;

/** What texts mean that come again and again, so that each is worked out once. For one thread. */
final class Remembered<T> {
    /** Texts beyond these are worked out each time, so that those written by hand cannot fill the memory. */
    private static final int MOST = 10_000;

    private static final int NEAR_BITS = 6;

    private final Map<UTF8String, Known<T>> known = new HashMap<>();
    private final Function<String, T> meaning;

    /** Of each beginning the text that came last: most texts are those of a row shortly before. */
    private final List<Known<T>> near = new ArrayList<>(Collections.nCopies(1 << NEAR_BITS, null));

    private record Known<T>(HeldText text, T meaning) {}

    Remembered(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    /** The meaning of a row's text; null of nothing. */
    T of(UnsafeRow row, int position) {
        if (row.isNullAt(position)) {
            return null;
        }
        int place = HeldText.beginning(row, position) >>> Integer.SIZE - NEAR_BITS;
        Known<T> found = near.get(place);
        // Compared as the row holds it, so that no text is made where one comes again.
        if (found == null || !found.text().isAt(row, position)) {
            found = known(row, position);
            near.set(place, found);
        }
        return found.meaning();
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
