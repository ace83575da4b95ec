package org.osteocohort.disclosure;

/** Hidden cells that hang together by relations. */
final class HiddenGroups {
    /** Of so many cells a group is a small one. */
    private static final int FEW = 400;

    private final HiddenCells hidden;
    private final int[] leaders;
    private final int[] sizes;

    HiddenGroups(CellSystem system, HiddenCells hidden) {
        this.hidden = hidden;
        this.leaders = new int[system.size()];
        this.sizes = new int[system.size()];
        for (int cell = 0; cell < leaders.length; cell++) {
            leaders[cell] = cell;
            sizes[cell] = 1;
        }
        Relations relations = system.relations();
        for (int relation = 0; relation < relations.size(); relation++) {
            int first = Choice.NONE;
            for (int member = 0; member < relations.members(relation); member++) {
                int cell = relations.member(relation, member);
                if (!hidden.visible(cell)) {
                    first = first == Choice.NONE ? cell : join(first, cell);
                }
            }
        }
    }

    private int join(int one, int other) {
        int leader = leader(one);
        int joined = leader(other);
        if (leader != joined) {
            leaders[joined] = leader;
            sizes[leader] += sizes[joined];
        }
        return leader;
    }

    private int leader(int cell) {
        int leader = cell;
        while (leaders[leader] != leader) {
            leaders[leader] = leaders[leaders[leader]];
            leader = leaders[leader];
        }
        return leader;
    }

    /** Whether a cell is shown, or one of a small group. */
    boolean isSmall(int cell) {
        return hidden.visible(cell) || sizes[leader(cell)] <= FEW;
    }
}
