package org.osteocohort.disclosure;

import java.util.Arrays;

/**
 * The cells of a system in groups that hang together: two cells are of one group when a relation, or a chain of them,
 * leads from one to the other. What is shown of a group tells nothing of the numbers of another; only that a follower is
 * hidden with its leader leads from group to group. A zero is shown as one and tells nothing, so that it leads nowhere and
 * is of no group.
 */
final class CellGroups {
    /** Of a cell of no group. */
    static final int NONE = -1;

    private final int[] groups;
    private int size;

    CellGroups(CellSystem system) {
        int[] towards = new int[system.size()];
        Arrays.setAll(towards, cell -> cell);
        join(system.relations(), system, towards);
        this.groups = new int[system.size()];
        for (int cell = 0; cell < groups.length; cell++) {
            // The first of a group comes before all that lead to it.
            int first = first(cell, towards);
            groups[cell] = system.count(cell) == 0 ? NONE : first == cell ? size++ : groups[first];
        }
    }

    private static void join(Relations relations, CellSystem system, int[] towards) {
        for (int relation = 0; relation < relations.size(); relation++) {
            int one = NONE;
            for (int member = 0; member < relations.members(relation); member++) {
                int cell = relations.member(relation, member);
                if (system.count(cell) != 0) {
                    int first = first(cell, towards);
                    towards[Math.max(first, one)] = one == NONE ? first : Math.min(first, one);
                    one = one == NONE ? first : Math.min(first, one);
                }
            }
        }
    }

    /** The first cell of what is known to hang together with a cell; the way to it becomes shorter. */
    private static int first(int cell, int[] towards) {
        int at = cell;
        while (towards[at] != at) {
            towards[at] = towards[towards[at]];
            at = towards[at];
        }
        return at;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** The group of a cell, numbered in the order of their first cells; {@link #NONE} for a zero. */
    int of(int cell) {
        return groups[cell];
    }
}
