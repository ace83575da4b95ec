package org.osteocohort.source.files;

import org.apache.spark.unsafe.types.UTF8String;
import org.osteocohort.source.DirectCall;

/**
 * A whole number as text, such as an identifier. Rows of one child, and of one visit, come after each other, so that the
 * number is often that of the row before.
 */
final class WrittenNumber implements DirectCall.Writing {
    private static final long serialVersionUID = 1L;

    /** In one piece, for several threads. */
    private transient Known last;

    private record Known(long number, UTF8String text) {}

    @Override
    public UTF8String write(long number) {
        Known known = last;
        if (known == null || known.number() != number) {
            known = new Known(number, UTF8String.fromString(Long.toString(number)));
            last = known;
        }
        return known.text();
    }

    /** All of them answer the same, so that Spark asks one of them only where it can. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WrittenNumber;
    }

    @Override
    public int hashCode() {
        return WrittenNumber.class.hashCode();
    }
}
