package org.osteocohort.disclosure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Proves of hidden numbers that a reader cannot tell them, by other tables: whole numbers that agree with all that is
 * published, with every relation and with zeros being shown, and in which the hidden number is another one. Keeps of
 * every number the lowest and the highest that it is in any table found; {@link Audit} tells when a number is safe.
 */
final class Alternatives {
    /** Wishes for another value, whichever. */
    private static final long[] ANY = {1, -1};

    private final CellSystem system;
    private final Relations relations;
    private final long threshold;
    private final HiddenCells hidden;
    private final Change change;
    private final Choice choice;
    private final boolean alsoKnownBefore;
    private final long[] lowest;
    private final long[] highest;
    private final long[] leastRest;
    private final long[] mostRest;

    /** By how much every cell differs from the true table in the one that was found last. */
    private final long[] table;

    private final Set<Failed> failed = new HashSet<>();
    private Unknowns unknowns;
    private AlternativeSearch search;

    /** What hiding an unknown would cost; zero for what is hidden. */
    private long[] prices;

    /**
     * Other tables of a system.
     *
     * @param alsoKnownBefore whether they may differ in what an earlier run showed, as if the reader did not expect it
     *     to be the same
     */
    Alternatives(
            CellSystem system,
            int threshold,
            HiddenCells hidden,
            Change change,
            Choice choice,
            boolean alsoKnownBefore) {
        this.system = system;
        this.relations = system.relations();
        this.threshold = threshold;
        this.hidden = hidden;
        this.change = change;
        this.choice = choice;
        this.alsoKnownBefore = alsoKnownBefore;
        this.table = new long[system.size()];
        this.lowest = new long[system.size()];
        this.highest = new long[system.size()];
        this.leastRest = new long[relations.size()];
        this.mostRest = new long[relations.size()];
        for (int cell = 0; cell < lowest.length; cell++) {
            lowest[cell] = system.count(cell);
            highest[cell] = system.count(cell);
        }
        for (int relation = 0; relation < leastRest.length; relation++) {
            leastRest[relation] = system.rest(relation);
            mostRest[relation] = system.rest(relation);
        }
    }

    boolean alsoKnownBefore() {
        return alsoKnownBefore;
    }

    /** Whether the reader does not know a cell to begin with, when it is hidden. */
    boolean isOpen(int cell) {
        return system.count(cell) > 0 && (alsoKnownBefore || !change.knownBefore(cell));
    }

    /**
     * Looks from now on for tables that differ in what is hidden now, beginning at the true one: the last one found may
     * have gone where nothing else can be reached.
     *
     * @param alsoShown they may also differ in shown numbers, which are hidden when such a table is found
     */
    void look(boolean alsoShown) {
        unknowns = new Unknowns(system, cell -> isOpen(cell) && (alsoShown || !hidden.visible(cell)));
        prices = new long[system.size()];
        for (int cell = 0; cell < prices.length; cell++) {
            if (unknowns.of(cell) != Unknowns.NONE && hidden.visible(cell)) {
                prices[unknowns.of(cell)] += choice.price(cell);
            }
        }
        failed.clear();
        Arrays.fill(table, 0);
        search = new AlternativeSearch(unknowns, prices);
    }

    /** What was looked for in vain: another value of an unknown, for cells of a count when the range must be wide. */
    private record Failed(int unknown, boolean opposite, long count, Effort effort) {}

    /**
     * Whether other tables show that a reader cannot tell the count of a hidden cell.
     *
     * @param effort what may be spent on each search
     */
    boolean safe(int cell, Effort effort) {
        boolean wide = mustBeWide(cell);
        long count = system.count(cell);
        Failed same = new Failed(unknowns.of(cell), wide && unknowns.opposite(cell), wide ? count : 0, effort);
        if (!isSafe(cell) && !failed.contains(same)) {
            for (long wish : wide ? wishes(count) : ANY) {
                if (!isSafe(cell)) {
                    long by = unknowns.opposite(cell) ? -wish : wish;
                    keep(search.differs(unknowns.of(cell), by, effort));
                }
            }
            failed.add(same);
        }
        return isSafe(cell);
    }

    private long[] wishes(long count) {
        long more = threshold - 1;
        return count < threshold
                ? new long[] {more, threshold - count, 1 - count}
                : new long[] {more, -more, 2 * threshold, -2 * threshold};
    }

    private boolean isSafe(int cell) {
        return highest[cell] - lowest[cell] >= (mustBeWide(cell) ? threshold - 1 : 1)
                && (system.count(cell) >= threshold || highest[cell] >= threshold)
                && !change.tells(cell, lowest[cell], highest[cell]);
    }

    private boolean mustBeWide(int cell) {
        return system.count(cell) < threshold
                || hidden.reason(cell) == HiddenBecause.DIFFERENCING
                || change.small(cell);
    }

    /** The same for the small difference of the two cells of a containment. */
    boolean differenceIsSafe(int relation, Effort effort) {
        for (long wish : new long[] {threshold - 1, threshold - system.rest(relation)}) {
            if (!differenceIsSafe(relation)) {
                keep(differs(relation, wish, effort));
            }
        }
        return differenceIsSafe(relation);
    }

    private boolean differs(int relation, long more, Effort effort) {
        int place = unknowns.place(relation);
        if (place != Unknowns.NONE) {
            return search.leaves(place, more, effort);
        }
        int[] terms = unknowns.terms(relation);
        return terms.length > 0 && search.differs(Unknowns.unknown(terms[0]), terms[0] < 0 ? -more : more, effort);
    }

    private boolean differenceIsSafe(int relation) {
        return mostRest[relation] >= threshold && mostRest[relation] - leastRest[relation] >= threshold - 1;
    }

    /** Every number that another table changes has one more possible value, and is hidden if it is not yet. */
    private void keep(boolean found) {
        int[] changed = found ? search.changed() : new int[0];
        for (int unknown : changed) {
            boolean goes = search.value(unknown) != 0 && prices[unknown] > 0;
            for (int cell : unknowns.cells(unknown)) {
                table[cell] = unknowns.opposite(cell) ? -search.value(unknown) : search.value(unknown);
                lowest[cell] = Math.min(lowest[cell], count(cell));
                highest[cell] = Math.max(highest[cell], count(cell));
                if (goes) {
                    hidden.hide(cell, HiddenBecause.COMBINED);
                }
            }
            prices[unknown] = goes ? 0 : prices[unknown];
        }
        for (int unknown : changed) {
            for (int cell : unknowns.cells(unknown)) {
                for (int position = 0; position < system.degree(cell); position++) {
                    keepRest(system.relation(cell, position));
                }
            }
        }
    }

    /** What a relation comes to in the table that was found last; a table that does not agree with it proves nothing. */
    private void keepRest(int relation) {
        if (!system.known(relation)) {
            return;
        }
        long rest = count(relations.whole(relation));
        for (int member = 1; member < relations.members(relation); member++) {
            rest -= count(relations.member(relation, member));
        }
        if (relations.addsUp(relation) ? rest != 0 : rest < 0) {
            throw new IllegalStateException("another table does not agree with what is published");
        }
        leastRest[relation] = Math.min(leastRest[relation], rest);
        mostRest[relation] = Math.max(mostRest[relation], rest);
    }

    /** The count of a cell in the table that was found last. */
    private long count(int cell) {
        return system.count(cell) + table[cell];
    }
}
