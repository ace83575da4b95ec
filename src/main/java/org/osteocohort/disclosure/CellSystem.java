package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every published number and every relation between them, in an order that depends on the numbers' names only. Plain
 * arrays, since there are millions of relations.
 *
 * <p>A relation is a whole and its parts. It either adds up, or it only contains: then it has one part, which is no
 * more than the whole.
 */
final class CellSystem {
    /** The count of a cell that came hidden. */
    static final long UNKNOWN = -1;

    /** The place of a cell that is not of a part. */
    static final int ELSEWHERE = -1;

    private final List<CellId> cells;
    private final long[] counts;
    private final Relations relations;
    private final Relations followers;
    private final int[] starts;
    private final int[] relationsOfCells;
    private final String[] described;

    /**
     * A system.
     *
     * @param counts of the cells, {@link #UNKNOWN} where a number came hidden
     * @param followers with a leader as whole and its followers as parts
     */
    CellSystem(List<CellId> cells, long[] counts, Relations relations, Relations followers) {
        this.cells = List.copyOf(cells);
        this.counts = counts;
        this.relations = relations;
        this.followers = followers;
        this.starts = new int[counts.length + 1];
        this.relationsOfCells = index();
        this.described = new String[counts.length];
    }

    /** Which relations each cell takes part in, one after another. */
    private int[] index() {
        int[] degrees = new int[counts.length];
        for (int relation = 0; relation < relations.size(); relation++) {
            for (int member = 0; member < relations.members(relation); member++) {
                degrees[relations.member(relation, member)]++;
            }
        }
        for (int cell = 0; cell < degrees.length; cell++) {
            starts[cell + 1] = starts[cell] + degrees[cell];
        }
        int[] index = new int[starts[counts.length]];
        int[] next = starts.clone();
        for (int relation = 0; relation < relations.size(); relation++) {
            for (int member = 0; member < relations.members(relation); member++) {
                index[next[relations.member(relation, member)]++] = relation;
            }
        }
        return index;
    }

    /**
     * The system of some of the cells.
     *
     * @param chosen ascending: whole groups that hang together, and all zeros
     */
    CellSystem part(int[] chosen) {
        int[] places = new int[size()];
        Arrays.fill(places, ELSEWHERE);
        List<CellId> some = new ArrayList<>(chosen.length);
        long[] countsOfSome = new long[chosen.length];
        for (int place = 0; place < chosen.length; place++) {
            places[chosen[place]] = place;
            some.add(cells.get(chosen[place]));
            countsOfSome[place] = counts[chosen[place]];
        }
        return new CellSystem(some, countsOfSome, relations.among(places), followers.among(places));
    }

    int size() {
        return counts.length;
    }

    CellId cell(int cell) {
        return cells.get(cell);
    }

    List<CellId> cells() {
        return cells;
    }

    /**
     * For the operator, for example {@code sex=female age_band=all}; kept, since two tables list all cells. Who only looks
     * once takes it from the cell: all together are as large as all else.
     */
    String described(int cell) {
        if (described[cell] == null) {
            described[cell] = cells.get(cell).described();
        }
        return described[cell];
    }

    long count(int cell) {
        return counts[cell];
    }

    Relations relations() {
        return relations;
    }

    Relations followers() {
        return followers;
    }

    /** How many relations the cell takes part in. */
    int degree(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    /** One of the relations of a cell. */
    int relation(int cell, int position) {
        return relationsOfCells[starts[cell] + position];
    }

    /** Whether every member's count is known, so that something can be computed. */
    boolean known(int relation) {
        for (int member = 0; member < relations.members(relation); member++) {
            if (counts[relations.member(relation, member)] == UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    /** The whole minus its parts: zero when they add up, not below zero when the whole contains the part. */
    long rest(int relation) {
        long rest = counts[relations.whole(relation)];
        for (int part = 1; part < relations.members(relation); part++) {
            rest -= counts[relations.member(relation, part)];
        }
        return rest;
    }
}
