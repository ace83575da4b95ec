package org.osteocohort.disclosure;

import java.util.Arrays;

/**
 * Looks for another table of whole numbers that agrees with all that a reader knows. Goes from broken relation to broken
 * relation, and in each changes the unknown by which least is broken afterwards, at the least price; a relation that
 * cannot be mended so weighs half as much again from then on, until something else gives way (a local search with
 * weights, as for satisfiability). Weights multiply, since a number that stands in hundreds of relations breaks them all
 * at first. Bounded by a number of steps.
 *
 * <p>The first search begins at the true table, each other one at the table that was found last, which leaves more room.
 */
final class AlternativeSearch {
    private static final int NONE = Unknowns.NONE;

    /** What one child too many or too few in a relation weighs to begin with, against prices. */
    private static final long FIRST_WEIGHT = 1;

    /** Bounds what weights add up to. */
    private static final long MOST_WEIGHT = 1L << 40;

    private final Unknowns unknowns;
    private final Ranges ranges;
    private final MovedTable table;
    private final long[] prices;
    private final long[] weights;
    private final NumberSet heavier;

    /**
     * A search.
     *
     * @param prices what it costs when an unknown differs from the true table; read at each step
     */
    AlternativeSearch(Unknowns unknowns, long[] prices) {
        this.unknowns = unknowns;
        this.ranges = new Ranges(unknowns);
        this.table = new MovedTable(unknowns);
        this.prices = prices;
        this.weights = new long[unknowns.relations()];
        Arrays.fill(weights, FIRST_WEIGHT);
        this.heavier = new NumberSet(weights.length);
    }

    /** Whether a table is found in which an unknown differs from the true one by so much or more. */
    boolean differs(int unknown, long by, Effort effort) {
        if (!ranges.allow(unknown, by) || prices[unknown] > effort.dearest()) {
            return false;
        }
        table.begin();
        long least = table.least(unknown);
        long most = table.most(unknown);
        table.bound(unknown, by > 0 ? by : least, by > 0 ? most : by);
        long missing = by - table.value(unknown);
        if (by > 0 ? missing > 0 : missing < 0) {
            table.change(unknown, missing);
        }
        boolean found = mend(effort);
        table.bound(unknown, least, most);
        return ended(found, new int[] {unknown});
    }

    /** Whether one is found in which a containment leaves more than in the true table by so much. */
    boolean leaves(int relation, long more, Effort effort) {
        if (!ranges.leave(relation, more)) {
            return false;
        }
        table.begin();
        long needed = unknowns.relation(relation).rest() + more;
        table.demand(relation, -needed);
        boolean found = mend(effort);
        table.demand(relation, needed);
        return ended(found, table.terms(relation));
    }

    private boolean ended(boolean found, int[] wanted) {
        for (int relation : heavier.toArray()) {
            weights[relation] = FIRST_WEIGHT;
        }
        heavier.clear();
        if (found) {
            table.undoAllBut(wanted);
        } else {
            table.undo();
        }
        return found;
    }

    /** The unknowns that the last search changed. */
    int[] changed() {
        return table.changed();
    }

    /** By how much an unknown differs in the table that was found last. */
    long value(int unknown) {
        return table.value(unknown);
    }

    private boolean mend(Effort effort) {
        int last = NONE;
        for (int step = 0; step < effort.steps() && table.broken() > 0; step++) {
            int relation = table.broken(step % table.broken());
            int best = NONE;
            long bestBy = 0;
            long bestGain = Long.MIN_VALUE;
            int[] terms = table.terms(relation);
            // Parts before the whole, since the first of equals is taken.
            for (int place = 1; place <= terms.length; place++) {
                int term = terms[place % terms.length];
                int unknown = Unknowns.unknown(term);
                boolean fixed = unknown == last || prices[unknown] > effort.dearest();
                long by = fixed ? 0 : table.mending(relation, term);
                long gain = by == 0 ? Long.MIN_VALUE : gain(unknown, by);
                if (gain > bestGain) {
                    best = unknown;
                    bestBy = by;
                    bestGain = gain;
                }
            }
            if (bestGain <= 0) {
                heavier.add(relation);
                weights[relation] = Math.min(MOST_WEIGHT, weights[relation] + weights[relation] / 2 + 1);
            }
            if (best != NONE) {
                table.change(best, bestBy);
            }
            last = best;
        }
        return table.broken() == 0;
    }

    /** By how much less is broken afterwards, less what it costs. */
    private long gain(int unknown, long by) {
        long now = table.value(unknown);
        long gain = (now == 0 ? 0 : prices[unknown]) - (now + by == 0 ? 0 : prices[unknown]);
        for (int entry : table.relationsOf(unknown)) {
            int relation = Unknowns.unknown(entry);
            gain += weights[relation] * table.mends(relation, entry < 0 ? -by : by);
        }
        return gain;
    }
}
