package org.osteocohort.disclosure;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What a reader who goes from relation to relation learns about every hidden number of the whole system: it is at least
 * one, since zeros are shown, and each relation bounds it by the bounds of the others, until nothing changes.
 */
final class Bounds {
    /** More than any count; no bound. */
    static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private static final int NONE = -1;

    private static final int ROUNDS = 64;

    private final CellSystem system;
    private final Relations relations;
    private final HiddenCells hidden;
    private final IntPredicate unknown;
    private int followed;
    private final long[] lowest;
    private final long[] highest;
    private final int[] lowestBy;
    private final int[] highestBy;
    private final RelationQueue waiting;
    private final boolean[] open;

    /**
     * Bounds by all relations.
     *
     * @param unknown whether a reader does not know the number of a hidden cell from elsewhere
     */
    Bounds(CellSystem system, HiddenCells hidden, IntPredicate unknown) {
        this.system = system;
        this.relations = system.relations();
        this.hidden = hidden;
        this.unknown = unknown;
        this.followed = hidden.size();
        this.lowest = new long[system.size()];
        this.highest = new long[system.size()];
        this.lowestBy = new int[system.size()];
        this.highestBy = new int[system.size()];
        this.open = new boolean[system.size()];
        this.waiting = new RelationQueue(relations.size());
        for (int cell = 0; cell < lowest.length; cell++) {
            begin(cell);
        }
        for (int relation = 0; relation < relations.size(); relation++) {
            if (someOpen(relation)) {
                waiting.add(relation);
            }
        }
        narrow();
    }

    /**
     * Takes the bounds anew that rest on cells which were hidden since. A bound that was narrowed again and again by
     * others may keep what it had from such a cell, so that bounds may be too narrow and never too wide.
     */
    void follow() {
        ArrayDeque<Integer> lost = new ArrayDeque<>();
        for (int place = followed; place < hidden.size(); place++) {
            forget(hidden.hidden(place), lost);
        }
        followed = hidden.size();
        while (!lost.isEmpty()) {
            int cell = lost.remove();
            for (int position = 0; position < system.degree(cell); position++) {
                int relation = system.relation(cell, position);
                waiting.add(relation);
                for (int member = 0; member < relations.members(relation); member++) {
                    int other = relations.member(relation, member);
                    if (lowestBy[other] == relation || highestBy[other] == relation) {
                        forget(other, lost);
                    }
                }
            }
        }
        narrow();
    }

    private void forget(int cell, ArrayDeque<Integer> lost) {
        begin(cell);
        lost.add(cell);
    }

    private void begin(int cell) {
        boolean known = hidden.visible(cell) || system.count(cell) != CellSystem.UNKNOWN && !unknown.test(cell);
        open[cell] = !known;
        lowest[cell] = known ? system.count(cell) : 1;
        highest[cell] = known ? system.count(cell) : UNBOUNDED;
        lowestBy[cell] = NONE;
        highestBy[cell] = NONE;
    }

    private void narrow() {
        long most = (long) ROUNDS * relations.size();
        for (long step = 0; step < most && !waiting.isEmpty(); step++) {
            int relation = waiting.remove();
            if (system.known(relation)) {
                look(relation);
            }
        }
    }

    /** Whether the reader did not know the number to begin with. */
    boolean open(int cell) {
        return open[cell];
    }

    long lowest(int cell) {
        return lowest[cell];
    }

    long highest(int cell) {
        return highest[cell];
    }

    /**
     * The relations from which the bounds of a cell come, and those of the other hidden cells in them, the nearest first.
     *
     * @param most where to stop
     */
    Set<Integer> chain(int cell, int most) {
        Set<Integer> chain = new LinkedHashSet<>();
        Set<Integer> reached = new HashSet<>(Set.of(cell));
        ArrayDeque<Integer> next = new ArrayDeque<>(reached);
        while (!next.isEmpty() && chain.size() < most) {
            int from = next.remove();
            for (int relation : new int[] {highestBy[from], lowestBy[from]}) {
                if (relation != NONE && chain.add(relation)) {
                    for (int member = 0; member < relations.members(relation); member++) {
                        int other = relations.member(relation, member);
                        if (open[other] && reached.add(other)) {
                            next.add(other);
                        }
                    }
                }
            }
        }
        return chain;
    }

    private boolean someOpen(int relation) {
        for (int member = 0; member < relations.members(relation); member++) {
            if (open[relations.member(relation, member)]) {
                return true;
            }
        }
        return false;
    }

    private void look(int relation) {
        int whole = relations.whole(relation);
        if (!relations.addsUp(relation)) {
            int inside = relations.member(relation, 1);
            atLeast(whole, lowest[inside], relation);
            atMost(inside, highest[whole], relation);
            return;
        }
        long least = 0;
        long most = 0;
        int unbounded = 0;
        for (int member = 1; member < relations.members(relation); member++) {
            int part = relations.member(relation, member);
            least += lowest[part];
            unbounded += highest[part] == UNBOUNDED ? 1 : 0;
            most += highest[part] == UNBOUNDED ? 0 : highest[part];
        }
        atLeast(whole, least, relation);
        if (unbounded == 0) {
            atMost(whole, most, relation);
        }
        for (int member = 1; member < relations.members(relation); member++) {
            int part = relations.member(relation, member);
            boolean free = highest[part] == UNBOUNDED;
            long othersLeast = least - lowest[part];
            long othersMost = most - (free ? 0 : highest[part]);
            boolean othersBounded = unbounded == (free ? 1 : 0);
            long low = lowest[part];
            long high = highest[part];
            if (highest[whole] != UNBOUNDED) {
                atMost(part, highest[whole] - othersLeast, relation);
            }
            if (othersBounded) {
                atLeast(part, lowest[whole] - othersMost, relation);
            }
            // The sums follow, so that later parts see the new bounds.
            least += lowest[part] - low;
            if (highest[part] != high) {
                unbounded -= free ? 1 : 0;
                most += highest[part] - (free ? 0 : high);
            }
        }
    }

    private void atLeast(int cell, long bound, int relation) {
        if (bound > lowest[cell]) {
            lowest[cell] = bound;
            lowestBy[cell] = relation;
            spread(cell, relation);
        }
    }

    private void atMost(int cell, long bound, int relation) {
        if (bound < highest[cell]) {
            highest[cell] = bound;
            highestBy[cell] = relation;
            spread(cell, relation);
        }
    }

    private void spread(int cell, int from) {
        for (int position = 0; position < system.degree(cell); position++) {
            if (system.relation(cell, position) != from) {
                waiting.add(system.relation(cell, position));
            }
        }
    }
}
