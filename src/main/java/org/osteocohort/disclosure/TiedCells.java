package org.osteocohort.disclosure;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Hidden cells that tell each other: where two and nothing else that is hidden make up a total, the one is known when the
 * other is. Such cells bear one name, that of one of them, and change by as much, or by as much the other way.
 */
final class TiedCells {
    private static final int NONE = Unknowns.NONE;
    private static final int[] EMPTY = {};

    private final CellSystem system;
    private final Relations relations;
    private final int[] leaders;
    private final boolean[] opposite;

    /**
     * Ties all cells that tell each other.
     *
     * @param open whether a reader does not know the count of a cell
     */
    TiedCells(CellSystem system, IntPredicate open) {
        this.system = system;
        this.relations = system.relations();
        this.leaders = new int[system.size()];
        this.opposite = new boolean[system.size()];
        for (int cell = 0; cell < leaders.length; cell++) {
            leaders[cell] = open.test(cell) ? cell : NONE;
        }
        join();
    }

    /** The name of a cell; {@link Unknowns#NONE} when a reader knows its count. */
    int of(int cell) {
        return leaders[cell];
    }

    /** Whether a cell changes by as much as the one whose name it bears, but the other way. */
    boolean opposite(int cell) {
        return opposite[cell];
    }

    /** Until there are no two left that tell each other. */
    private void join() {
        boolean joined = true;
        while (joined) {
            joined = false;
            for (int relation = 0; relation < relations.size(); relation++) {
                int[] terms = relations.addsUp(relation) && system.known(relation) ? terms(relation) : EMPTY;
                int other = terms.length == 2 ? Unknowns.unknown(terms[1]) : NONE;
                if (other != NONE && other != Unknowns.unknown(terms[0])) {
                    leaders[other] = Unknowns.unknown(terms[0]);
                    opposite[other] = terms[0] < 0 == terms[1] < 0;
                    joined = true;
                }
            }
        }
        for (int cell = 0; cell < leaders.length; cell++) {
            follow(cell);
        }
    }

    /** Lets a cell bear the name of the unknown at the end of its chain. */
    private int follow(int cell) {
        int next = leaders[cell];
        if (next == NONE || next == cell || leaders[next] == next) {
            return next;
        }
        int last = follow(next);
        opposite[cell] ^= opposite[next];
        leaders[cell] = last;
        return last;
    }

    /** The unknowns of a relation with their signs, without those that cancel out. */
    int[] terms(int relation) {
        int[] terms = new int[relations.members(relation)];
        int size = 0;
        for (int member = 0; member < relations.members(relation); member++) {
            int cell = relations.member(relation, member);
            int unknown = follow(cell);
            if (unknown != NONE) {
                int term = member == 0 ^ opposite[cell] ? unknown : ~unknown;
                int against = place(terms, size, ~term);
                if (against == NONE) {
                    terms[size++] = term;
                } else {
                    terms[against] = terms[--size];
                }
            }
        }
        return Arrays.copyOf(terms, size);
    }

    private static int place(int[] terms, int size, int term) {
        for (int place = 0; place < size; place++) {
            if (terms[place] == term) {
                return place;
            }
        }
        return NONE;
    }
}
