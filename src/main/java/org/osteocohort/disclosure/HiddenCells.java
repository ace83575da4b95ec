package org.osteocohort.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which cells of a system are hidden and why, each with the first reason that was found; and the relations that are to
 * be looked at again since a member was hidden.
 */
final class HiddenCells {
    private final CellSystem system;
    private final HiddenBecause[] reasons;
    private final RelationQueue waiting;
    private final int[] order;
    private int size;

    HiddenCells(CellSystem system) {
        this.system = system;
        this.reasons = new HiddenBecause[system.size()];
        this.order = new int[system.size()];
        this.waiting = new RelationQueue(system.relations().size());
    }

    boolean visible(int cell) {
        return reasons[cell] == null;
    }

    /** Whether a number could be hidden, which a zero never is. */
    boolean canGo(int cell) {
        return reasons[cell] == null && system.count(cell) > 0;
    }

    /** Null when the cell is visible. */
    HiddenBecause reason(int cell) {
        return reasons[cell];
    }

    HiddenBecause[] reasons() {
        return reasons.clone();
    }

    /** How many are hidden. */
    int size() {
        return size;
    }

    /** The cell that was hidden after so many others. */
    int hidden(int place) {
        return order[place];
    }

    /** Hides a cell unless it is hidden already. */
    void hide(int cell, HiddenBecause reason) {
        if (reasons[cell] != null) {
            return;
        }
        reasons[cell] = reason;
        order[size++] = cell;
        for (int position = 0; position < system.degree(cell); position++) {
            waiting.add(system.relation(cell, position));
        }
    }

    /** Hides a cell and every other that can go and hangs together with it by relations. */
    void hideAllThatHangsTogether(int cell, HiddenBecause reason) {
        Relations relations = system.relations();
        BitSet reached = new BitSet();
        ArrayDeque<Integer> next = new ArrayDeque<>(List.of(cell));
        reached.set(cell);
        while (!next.isEmpty()) {
            int from = next.remove();
            hide(from, reason);
            for (int position = 0; position < system.degree(from); position++) {
                int relation = system.relation(from, position);
                for (int member = 0; member < relations.members(relation); member++) {
                    int other = relations.member(relation, member);
                    if (system.count(other) > 0 && !reached.get(other)) {
                        reached.set(other);
                        next.add(other);
                    }
                }
            }
        }
    }

    /** Asks to look at a relation. */
    void await(int relation) {
        waiting.add(relation);
    }

    boolean someWait() {
        return !waiting.isEmpty();
    }

    /** The relation that waits longest. */
    int next() {
        return waiting.remove();
    }

    @Override
    public String toString() {
        return Arrays.toString(reasons);
    }
}
