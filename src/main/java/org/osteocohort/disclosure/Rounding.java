package org.osteocohort.disclosure;

import java.util.function.IntPredicate;
import org.osteocohort.measure.tally.TableRows;

/**
 * Shows counts as multiples of a base: the nearest, the higher of two that are equally near, but never one that lies
 * below the threshold, except zero. Each number is rounded by itself, totals too, so that parts need not add up to
 * their total, and shares and intervals are those of the rounded counts. Comes last: what is hidden is decided on exact
 * counts, so rounding only takes from what a reader knows.
 */
final class Rounding {
    /** The base that leaves every count as it is. */
    static final int NONE = 1;

    private final long base;
    private final long lowest;

    Rounding(int base, int threshold) {
        if (base < NONE) {
            throw new IllegalArgumentException("counts cannot be rounded to multiples of " + base);
        }
        this.base = base;
        this.lowest = (threshold + base - 1L) / base * base;
    }

    /** The rows of a table without what is hidden, told by entry, their counts rounded. */
    <R extends Record> TableRows<R> apply(TableCells<R> table, IntPredicate hidden) {
        TableRows<R> shown = table.shown(hidden);
        return base == NONE ? shown : table.rounded(shown, this::round);
    }

    long round(long count) {
        if (count == 0) {
            return 0;
        }
        return Math.max(lowest, (2 * count + base) / (2 * base) * base);
    }
}
