package org.osteocohort.disclosure;

import java.util.Arrays;
import java.util.List;

/**
 * Proves of hidden numbers that a reader cannot tell them, by showing other tables: whole numbers that agree with all
 * that is published, with every relation and with zeros being shown, and in which the hidden number is another one.
 * What is proved safe is safe against every reader, however clever; where no other table is found, since there is none
 * or since the search is bounded, the number counts as told. When a number is safe, {@link Audit} says.
 */
final class Alternatives {
    private final CellSystem system;
    private final long threshold;
    private final HiddenCells hidden;
    private final Change change;
    private final AlternativeSearch search;
    private final Bounds bounds;
    private final long[] lowest;
    private final long[] highest;
    private final long[] leastRest;
    private final long[] mostRest;
    private final int[] cells;
    private final int[] pairs;

    Alternatives(CellSystem system, int threshold, HiddenCells hidden, Change change) {
        this.system = system;
        this.threshold = threshold;
        this.hidden = hidden;
        this.change = change;
        this.bounds = new Bounds(system, hidden, cell -> true);
        this.search = new AlternativeSearch(system, hidden, change);
        this.lowest = new long[system.size()];
        this.highest = new long[system.size()];
        this.leastRest = new long[system.relations().size()];
        this.mostRest = new long[system.relations().size()];
        this.cells = hiddenCells();
        this.pairs = smallDifferences();
    }

    /** Those that are small first: what shows that they are safe mostly shows it of the others. */
    private int[] hiddenCells() {
        int[] targets = new int[system.size()];
        int size = 0;
        for (boolean first : new boolean[] {true, false}) {
            for (int cell = 0; cell < system.size(); cell++) {
                long count = system.count(cell);
                if (!hidden.visible(cell) && count != CellSystem.UNKNOWN && first == (count < threshold)) {
                    targets[size++] = cell;
                    lowest[cell] = count;
                    highest[cell] = count;
                }
            }
        }
        return Arrays.copyOf(targets, size);
    }

    private int[] smallDifferences() {
        Relations relations = system.relations();
        int[] targets = new int[relations.size()];
        int size = 0;
        for (int relation = 0; relation < relations.size(); relation++) {
            if (!relations.addsUp(relation) && system.known(relation)) {
                long rest = system.rest(relation);
                leastRest[relation] = rest;
                mostRest[relation] = rest;
                // What an outside of a shown zero differs by is the outside itself.
                if (rest > 0 && rest < threshold && system.count(relations.member(relation, 1)) > 0) {
                    targets[size++] = relation;
                }
            }
        }
        return Arrays.copyOf(targets, size);
    }

    /** How many things must be safe. */
    int targets() {
        return cells.length + pairs.length;
    }

    /** The cells that a thing consists of: itself, or the two that differ. */
    List<Integer> cellsOf(int target) {
        if (target < cells.length) {
            return List.of(cells[target]);
        }
        int pair = pairs[target - cells.length];
        return List.of(system.relations().whole(pair), system.relations().member(pair, 1));
    }

    /** The relations in which the last search that failed came to an end. */
    List<Integer> deadEnds() {
        return search.deadEnds();
    }

    /**
     * Whether other tables show that the reader cannot tell.
     *
     * @param alsoKnownBefore whether they may differ in what an earlier run showed, as if the reader did not expect it
     *     to be the same
     */
    boolean safe(int target, boolean alsoKnownBefore) {
        search.begin(alsoKnownBefore);
        return target < cells.length ? cellIsSafe(cells[target]) : differenceIsSafe(pairs[target - cells.length]);
    }

    private boolean cellIsSafe(int cell) {
        long count = system.count(cell);
        long wide = threshold - 1;
        boolean mustBeWide = count < threshold || hidden.reason(cell) == HiddenBecause.DIFFERENCING;
        if (open(cell, true)) {
            return true;
        }
        long most = bounds.highest(cell);
        long least = bounds.lowest(cell);
        long[] values = mustBeWide
                ? new long[] {count + wide, Math.max(1, count - wide), threshold, most, least, count + 2 * wide}
                : new long[] {count - wide, count + wide, count - 1, count + 1, most, least};
        for (long value : values) {
            if (value >= 1 && value != count && value < Bounds.UNBOUNDED && search.change(cell, value - count)) {
                keepAlternative();
            }
            if (open(cell, mustBeWide)) {
                return true;
            }
        }
        return false;
    }

    private boolean open(int cell, boolean wide) {
        long width = highest[cell] - lowest[cell];
        if (system.count(cell) < threshold && highest[cell] < threshold) {
            return false;
        }
        return width >= (wide ? threshold - 1 : 1) && !change.tells(cell, lowest[cell], highest[cell]);
    }

    private boolean differenceIsSafe(int pair) {
        int outside = system.relations().whole(pair);
        int inside = system.relations().member(pair, 1);
        long rest = system.rest(pair);
        long wide = threshold - 1;
        for (long value : new long[] {rest + wide, threshold, 0, bounds.highest(outside) - bounds.lowest(inside)}) {
            if (differenceIsOpen(pair)) {
                return true;
            }
            if (value != rest && value < Bounds.UNBOUNDED / 2) {
                if (search.changeBeside(outside, value - rest, inside)) {
                    keepAlternative();
                }
                if (search.changeBeside(inside, rest - value, outside)) {
                    keepAlternative();
                }
            }
        }
        return differenceIsOpen(pair);
    }

    private boolean differenceIsOpen(int pair) {
        return mostRest[pair] >= threshold && mostRest[pair] - leastRest[pair] >= threshold - 1;
    }

    /** Every number that the other table changes has one more possible value. */
    private void keepAlternative() {
        Relations relations = system.relations();
        for (int moved = 0; moved < search.moved(); moved++) {
            int cell = search.movedCell(moved);
            lowest[cell] = Math.min(lowest[cell], search.value(cell));
            highest[cell] = Math.max(highest[cell], search.value(cell));
            for (int position = 0; position < system.degree(cell); position++) {
                int relation = system.relation(cell, position);
                if (!relations.addsUp(relation)) {
                    leastRest[relation] = Math.min(leastRest[relation], search.rest(relation));
                    mostRest[relation] = Math.max(mostRest[relation], search.rest(relation));
                }
            }
        }
        search.undo();
    }
}
