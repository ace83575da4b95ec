package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for whole numbers that agree with all that is published and in which one hidden number has a given other value.
 * Changes that number, then in turn the hidden numbers that make broken relations hold again, each once, the one first
 * that breaks the fewest others; goes back where that leads nowhere, within a bound of steps.
 */
final class AlternativeSearch {
    private static final int STEPS = 300;
    private static final int BRANCHES = 4;
    private static final int DEAD_ENDS = 8;
    private static final int NONE = -1;

    private final CellSystem system;
    private final Relations relations;
    private final HiddenCells hidden;
    private final Change change;
    private final long[] values;
    private final long[] rests;
    private final boolean[] blind;
    private final boolean[] locked;
    private final int[] brokenPlace;
    private int[] broken = new int[64];
    private int brokenSize;
    private int[] trail = new int[64];
    private int trailSize;
    private final List<Integer> deadEnds = new ArrayList<>();
    private int steps;
    private boolean alsoKnownBefore;

    AlternativeSearch(CellSystem system, HiddenCells hidden, Change change) {
        this.system = system;
        this.relations = system.relations();
        this.hidden = hidden;
        this.change = change;
        this.values = new long[system.size()];
        this.locked = new boolean[system.size()];
        this.rests = new long[relations.size()];
        this.blind = new boolean[relations.size()];
        this.brokenPlace = new int[relations.size()];
        Arrays.fill(brokenPlace, NONE);
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = system.count(cell);
        }
        for (int relation = 0; relation < rests.length; relation++) {
            blind[relation] = !system.known(relation);
            rests[relation] = blind[relation] ? 0 : system.rest(relation);
        }
    }

    /** Forgets earlier dead ends. */
    void begin(boolean alsoKnownBefore) {
        this.alsoKnownBefore = alsoKnownBefore;
        deadEnds.clear();
    }

    /** Whether there is another table in which the count of the cell is by so much another one; undo it when read. */
    boolean change(int cell, long by) {
        return movable(cell) && found(cell, by);
    }

    /** The same, while another cell keeps its count. */
    boolean changeBeside(int cell, long by, int fixed) {
        if (!movable(cell) || values[cell] + by < 1) {
            return false;
        }
        locked[fixed] = true;
        boolean found = found(cell, by);
        locked[fixed] = false;
        return found;
    }

    private boolean found(int cell, long by) {
        steps = STEPS;
        move(cell, by);
        if (settle()) {
            return true;
        }
        undo();
        return false;
    }

    private boolean movable(int cell) {
        return !hidden.visible(cell)
                && system.count(cell) > 0
                && !locked[cell]
                && (alsoKnownBefore || !change.knownBefore(cell));
    }

    /** How many cells the table changes. */
    int moved() {
        return trailSize;
    }

    int movedCell(int position) {
        return trail[position];
    }

    /** The count of a cell in the other table. */
    long value(int cell) {
        return values[cell];
    }

    /** The whole minus its parts in the other table. */
    long rest(int relation) {
        return rests[relation];
    }

    List<Integer> deadEnds() {
        return deadEnds;
    }

    /** Back to the true counts. */
    void undo() {
        back(0);
    }

    private void back(int size) {
        while (trailSize > size) {
            int cell = trail[--trailSize];
            locked[cell] = false;
            shift(cell, system.count(cell) - values[cell]);
        }
    }

    private void move(int cell, long by) {
        if (trailSize == trail.length) {
            trail = Arrays.copyOf(trail, 2 * trailSize);
        }
        trail[trailSize++] = cell;
        locked[cell] = true;
        shift(cell, by);
    }

    private void shift(int cell, long by) {
        values[cell] += by;
        for (int position = 0; position < system.degree(cell); position++) {
            int relation = system.relation(cell, position);
            if (!blind[relation]) {
                rests[relation] += relations.whole(relation) == cell ? by : -by;
                mark(relation);
            }
        }
    }

    private boolean breaks(int relation, long rest) {
        return relations.addsUp(relation) ? rest != 0 : rest < 0;
    }

    private void mark(int relation) {
        int place = brokenPlace[relation];
        boolean isBroken = breaks(relation, rests[relation]);
        if (isBroken && place == NONE) {
            if (brokenSize == broken.length) {
                broken = Arrays.copyOf(broken, 2 * brokenSize);
            }
            brokenPlace[relation] = brokenSize;
            broken[brokenSize++] = relation;
        } else if (!isBroken && place != NONE) {
            int last = broken[--brokenSize];
            broken[place] = last;
            brokenPlace[last] = place;
            brokenPlace[relation] = NONE;
        }
    }

    private boolean settle() {
        if (brokenSize == 0) {
            return true;
        }
        int relation = tightest();
        int[] tried = new int[BRANCHES];
        int size = trailSize;
        for (int branch = 0; branch < BRANCHES && steps > 0; branch++) {
            int cell = best(relation, tried, branch);
            if (cell == NONE) {
                break;
            }
            steps--;
            tried[branch] = cell;
            move(cell, repair(relation, cell));
            if (settle()) {
                return true;
            }
            back(size);
        }
        if (deadEnds.size() < DEAD_ENDS) {
            deadEnds.add(relation);
        }
        return false;
    }

    /** The broken relation with the fewest ways out. */
    private int tightest() {
        int tightest = NONE;
        int fewest = Integer.MAX_VALUE;
        for (int place = 0; place < brokenSize; place++) {
            int ways = 0;
            int relation = broken[place];
            for (int member = 0; member < relations.members(relation); member++) {
                ways += repair(relation, relations.member(relation, member)) == 0 ? 0 : 1;
            }
            if (ways < fewest || ways == fewest && relation < tightest) {
                fewest = ways;
                tightest = relation;
            }
        }
        return tightest;
    }

    /** By how much the cell can change to mend the relation, wholly or in part; zero when it cannot. */
    private long repair(int relation, int cell) {
        if (!movable(cell)) {
            return 0;
        }
        long by = relations.whole(relation) == cell ? -rests[relation] : rests[relation];
        return Math.max(by, 1 - values[cell]);
    }

    private int best(int relation, int[] tried, int untilBranch) {
        int best = NONE;
        long bestCost = Long.MAX_VALUE;
        for (int member = 0; member < relations.members(relation); member++) {
            int cell = relations.member(relation, member);
            long by = repair(relation, cell);
            if (by != 0 && !contains(tried, untilBranch, cell)) {
                long cost = cost(cell, by, relation);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = cell;
                }
            }
        }
        return best;
    }

    private static boolean contains(int[] tried, int size, int cell) {
        for (int place = 0; place < size; place++) {
            if (tried[place] == cell) {
                return true;
            }
        }
        return false;
    }

    /** How many more relations are broken afterwards; a single child, who knows, had better stay one. */
    private long cost(int cell, long by, int relation) {
        int more = 0;
        for (int position = 0; position < system.degree(cell); position++) {
            int other = system.relation(cell, position);
            if (!blind[other]) {
                long after = rests[other] + (relations.whole(other) == cell ? by : -by);
                more += (breaks(other, after) ? 1 : 0) - (brokenPlace[other] == NONE ? 0 : 1);
            }
        }
        return 2L * more + (system.count(cell) == 1 ? 1 : 0);
    }
}
