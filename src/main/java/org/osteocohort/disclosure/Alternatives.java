package org.osteocohort.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves of hidden numbers that a reader cannot tell them, by showing other tables: whole numbers that agree with all
 * that is published, with every relation and with zeros being shown, and in which the hidden number is another one.
 * What is proved safe is safe against every reader, however clever, and stays so when more is hidden; where no other
 * table is found, since there is none or since the search is bounded, the number counts as told. When a number is safe,
 * {@link Audit} says.
 */
final class Alternatives {
    /** Wishes for another value, whichever. */
    private static final long[] ANY = {1, -1};

    private final CellSystem system;
    private final Relations relations;
    private final long threshold;
    private final HiddenCells hidden;
    private final Change change;
    private final boolean alsoKnownBefore;
    private final long[] lowest;
    private final long[] highest;
    private final long[] table;
    private final long[] leastRest;
    private final long[] mostRest;
    private final Map<Failed, List<Integer>> failed = new HashMap<>();
    private List<Integer> obstacles = List.of();
    private Unknowns unknowns;
    private AlternativeSearch search;

    /**
     * Other tables of a system.
     *
     * @param alsoKnownBefore whether they may differ in what an earlier run showed, as if the reader did not expect it
     *     to be the same
     */
    Alternatives(CellSystem system, int threshold, HiddenCells hidden, Change change, boolean alsoKnownBefore) {
        this.system = system;
        this.relations = system.relations();
        this.threshold = threshold;
        this.hidden = hidden;
        this.change = change;
        this.alsoKnownBefore = alsoKnownBefore;
        this.lowest = new long[system.size()];
        this.highest = new long[system.size()];
        this.table = new long[system.size()];
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

    /** Looks for tables that agree with what is hidden now. */
    void begin() {
        unknowns = new Unknowns(
                system,
                cell -> !hidden.visible(cell)
                        && system.count(cell) != CellSystem.UNKNOWN
                        && (alsoKnownBefore || !change.knownBefore(cell)));
        search = new AlternativeSearch(unknowns, table);
    }

    /** Whether a reader does not know a cell to begin with. */
    boolean open(int cell) {
        return unknowns.of(cell) != Unknowns.NONE;
    }

    /** The relations that stood in the way when the last question was answered with no, those most often first. */
    List<Integer> obstacles() {
        return obstacles;
    }

    /** What was looked for in vain: another value of an unknown, for cells of a count when the range must be wide. */
    private record Failed(int unknown, boolean opposite, long count) {}

    /** Begins searches of another length, so that what was looked for in vain is looked for again. */
    void beginSteps() {
        failed.clear();
    }

    /**
     * Whether other tables show that a reader cannot tell the count of a cell.
     *
     * @param wide whether he may not even tell that it is small
     * @param steps how long to search for each
     */
    boolean safe(int cell, boolean wide, int steps) {
        long count = system.count(cell);
        boolean far = wide && mustBeWide(cell);
        Failed same = new Failed(unknowns.of(cell), far && unknowns.opposite(cell), far ? count : 0);
        if (!isSafe(cell, wide) && !failed.containsKey(same)) {
            long more = threshold - 1;
            long[] wishes = far ? new long[] {more, threshold - count, 1 - count, -more, 2 * more} : ANY;
            for (int wish = 0; wish < wishes.length && !isSafe(cell, wide); wish++) {
                look(cell, wishes[wish], steps);
            }
            failed.put(same, search.obstacles());
        }
        obstacles = failed.getOrDefault(same, List.of());
        return isSafe(cell, wide);
    }

    private void look(int cell, long by, int steps) {
        search.begin();
        keep(by != 0 && search.differs(unknowns.of(cell), unknowns.opposite(cell) ? -by : by, steps));
    }

    private boolean isSafe(int cell, boolean wide) {
        long least = wide && mustBeWide(cell) ? threshold - 1 : 1;
        boolean mayBeLarge = !wide || system.count(cell) >= threshold || highest[cell] >= threshold;
        return mayBeLarge
                && highest[cell] - lowest[cell] >= least
                && !(wide && change.tells(cell, lowest[cell], highest[cell]));
    }

    private boolean mustBeWide(int cell) {
        return system.count(cell) < threshold || hidden.reason(cell) == HiddenBecause.DIFFERENCING;
    }

    /**
     * The same for the difference of the two cells of a containment.
     *
     * @param wide whether a reader may not even tell that it is small
     */
    boolean differenceIsSafe(int relation, boolean wide, int steps) {
        long rest = system.rest(relation);
        for (long wish : wide ? new long[] {threshold - 1, threshold - rest} : ANY) {
            if (!differenceIsSafe(relation, wide)) {
                search.begin();
                keep(differs(relation, wish, steps));
                obstacles = search.obstacles();
            }
        }
        return differenceIsSafe(relation, wide);
    }

    private boolean differs(int relation, long by, int steps) {
        int place = unknowns.place(relation);
        if (place != Unknowns.NONE && by > 0) {
            return search.leaves(place, by, steps);
        }
        int[] terms = unknowns.terms(relation);
        return terms.length > 0 && search.differs(Unknowns.unknown(terms[0]), terms[0] < 0 ? -by : by, steps);
    }

    private boolean differenceIsSafe(int relation, boolean wide) {
        long width = mostRest[relation] - leastRest[relation];
        return wide ? mostRest[relation] >= threshold && width >= threshold - 1 : width > 0;
    }

    /** Every number that another table changes has one more possible value. */
    private void keep(boolean found) {
        for (int unknown : found ? search.changed() : new int[0]) {
            for (int cell : unknowns.cells(unknown)) {
                table[cell] = count(cell) - system.count(cell);
                lowest[cell] = Math.min(lowest[cell], count(cell));
                highest[cell] = Math.max(highest[cell], count(cell));
                for (int position = 0; position < system.degree(cell); position++) {
                    int relation = system.relation(cell, position);
                    if (system.known(relation)) {
                        keepRest(relation);
                    }
                }
            }
        }
    }

    /** What a relation comes to in the table that was found last; a table that does not agree with it proves nothing. */
    private void keepRest(int relation) {
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
        int unknown = unknowns.of(cell);
        long by = unknown == Unknowns.NONE ? 0 : search.value(unknown);
        return system.count(cell) + (unknowns.opposite(cell) ? -by : by);
    }
}
