package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What a reader does not know, each thing once: where two hidden cells and nothing else that is hidden make up a total,
 * the one tells the other, and both are one unknown. An unknown is by how much another table differs from the true one,
 * so that it is zero in the true table; its cells differ by as much, or by as much the other way.
 */
final class Unknowns {
    /** No unknown, or no relation. */
    static final int NONE = -1;

    /** More than any count; no bound. */
    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private static final int[] EMPTY = {};

    private final CellSystem system;
    private final Relations relations;
    private final TiedCells tied;
    private final int[][] cells;
    private final long[] least;
    private final long[] most;
    private final List<Between> between = new ArrayList<>();
    private final int[] places;
    private final int[][] relationsOfUnknowns;

    /**
     * What a relation says of unknowns.
     *
     * @param terms unknowns that are added, and those that are taken away as their complement {@code ~unknown}
     * @param rest what the relation comes to in the true table: zero for a sum, whose terms come to zero in every other; for
     *     a containment what is left, which stays zero or more together with the terms
     */
    record Between(int[] terms, boolean addsUp, long rest) {}

    /**
     * The unknowns of a system.
     *
     * @param open whether a reader does not know the count of a cell
     */
    Unknowns(CellSystem system, IntPredicate open) {
        this.system = system;
        this.relations = system.relations();
        this.tied = new TiedCells(system, open);
        this.cells = new int[system.size()][];
        Arrays.fill(cells, EMPTY);
        this.least = new long[cells.length];
        this.most = new long[cells.length];
        this.places = new int[relations.size()];
        Arrays.fill(places, NONE);
        keepAboveZero();
        relate();
        this.relationsOfUnknowns = index();
    }

    private static int[] with(int[] numbers, int number) {
        int[] longer = Arrays.copyOf(numbers, numbers.length + 1);
        longer[numbers.length] = number;
        return longer;
    }

    /** Zeros are shown, so that a hidden cell is one or more. */
    private void keepAboveZero() {
        Arrays.fill(least, -UNBOUNDED);
        Arrays.fill(most, UNBOUNDED);
        for (int cell = 0; cell < cells.length; cell++) {
            if (tied.of(cell) != NONE) {
                cells[tied.of(cell)] = with(cells[tied.of(cell)], cell);
                bound(tied.opposite(cell) ? ~tied.of(cell) : tied.of(cell), system.count(cell) - 1);
            }
        }
    }

    /** The term and a rest do not fall below zero. */
    private void bound(int term, long rest) {
        int unknown = unknown(term);
        if (term >= 0) {
            least[unknown] = Math.max(least[unknown], -rest);
        } else {
            most[unknown] = Math.min(most[unknown], rest);
        }
    }

    private void relate() {
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int relation = 0; relation < relations.size(); relation++) {
            int[] terms = system.known(relation) ? tied.terms(relation) : EMPTY;
            boolean addsUp = relations.addsUp(relation);
            long rest = terms.length == 0 ? 0 : system.rest(relation);
            if (terms.length == 1) {
                bound(terms[0], rest);
                if (addsUp) {
                    bound(~terms[0], rest);
                }
            } else if (terms.length > 1) {
                places[relation] = add(new Between(terms, addsUp, rest), known);
            }
        }
    }

    /** Adds what a relation says, or the less that it leaves when another says it of the same terms. */
    private int add(Between one, Map<List<Integer>, Integer> known) {
        List<Integer> key = new ArrayList<>(one.terms().length + 1);
        for (int term : one.terms()) {
            key.add(term);
        }
        key.sort(null);
        key.add(one.addsUp() ? 1 : 0);
        int place = known.computeIfAbsent(key, terms -> between.size());
        if (place == between.size()) {
            between.add(one);
        } else if (one.rest() < between.get(place).rest()) {
            between.set(place, one);
        }
        return place;
    }

    private int[][] index() {
        int[][] index = new int[cells.length][];
        int[] degrees = new int[cells.length];
        between.forEach(one -> Arrays.stream(one.terms()).forEach(term -> degrees[unknown(term)]++));
        for (int unknown = 0; unknown < index.length; unknown++) {
            index[unknown] = new int[degrees[unknown]];
        }
        for (int relation = 0; relation < between.size(); relation++) {
            for (int term : between.get(relation).terms()) {
                index[unknown(term)][--degrees[unknown(term)]] = term < 0 ? ~relation : relation;
            }
        }
        return index;
    }

    /** The unknowns of a relation of cells with their signs, without those that cancel out. */
    int[] terms(int relation) {
        return tied.terms(relation);
    }

    /** The unknown of a term. */
    static int unknown(int term) {
        return term < 0 ? ~term : term;
    }

    /** More than any unknown. */
    int size() {
        return cells.length;
    }

    /** The unknown of a cell; {@link #NONE} when a reader knows its count. */
    int of(int cell) {
        return tied.of(cell);
    }

    /** Whether a cell differs from the true table by as much as its unknown, but the other way. */
    boolean opposite(int cell) {
        return tied.opposite(cell);
    }

    /** The cells of an unknown. */
    int[] cells(int unknown) {
        return cells[unknown];
    }

    /** The least by which another table may differ, by the counts that are shown alone. */
    long least(int unknown) {
        return least[unknown];
    }

    long most(int unknown) {
        return most[unknown];
    }

    /** What a relation of cells says of unknowns; {@link #NONE} when it is no more than a bound of one, or nothing. */
    int place(int relation) {
        return places[relation];
    }

    int relations() {
        return between.size();
    }

    Between relation(int relation) {
        return between.get(relation);
    }

    /** The relations that an unknown takes part in, as their complement where it is taken away. */
    int[] relationsOf(int unknown) {
        return relationsOfUnknowns[unknown];
    }
}
