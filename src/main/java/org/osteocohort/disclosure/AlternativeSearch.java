package org.osteocohort.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for another table of whole numbers that agrees with all that a reader knows. Goes from broken relation to broken
 * relation, and in each changes the unknown by which least is broken afterwards; what does not get better weighs more
 * from then on, until something else gives way (a local search with weights, as for satisfiability). Bounded by a number
 * of steps.
 *
 * <p>Each search begins at the table that was found last, which leaves more room than the true one.
 */
final class AlternativeSearch {
    private static final int NONE = Unknowns.NONE;

    private final Unknowns unknowns;
    private final long[] values;
    private final long[] least;
    private final long[] most;
    private final long[] rests;
    private final int[][] terms;
    private final boolean[] addsUp;
    private final int[][] relationsOf;
    private final int[] weights;
    private final NumberSet broken;
    private final NumberSet heavier;
    private final NumberSet changed;
    private final long[] before;
    private final int[] blame;
    private final NumberSet blamed;

    /**
     * A search.
     *
     * @param moves by how much each cell differs in the table to begin with
     */
    AlternativeSearch(Unknowns unknowns, long[] moves) {
        int size = unknowns.size();
        int relations = unknowns.relations();
        this.unknowns = unknowns;
        this.values = new long[size];
        this.least = new long[size];
        this.most = new long[size];
        for (int unknown = 0; unknown < size; unknown++) {
            least[unknown] = unknowns.least(unknown);
            most[unknown] = unknowns.most(unknown);
        }
        this.rests = new long[relations];
        this.terms = new int[relations][];
        this.addsUp = new boolean[relations];
        for (int relation = 0; relation < relations; relation++) {
            rests[relation] = unknowns.relation(relation).rest();
            terms[relation] = unknowns.relation(relation).terms();
            addsUp[relation] = unknowns.relation(relation).addsUp();
        }
        this.relationsOf = new int[size][];
        for (int unknown = 0; unknown < size; unknown++) {
            relationsOf[unknown] = unknowns.relationsOf(unknown);
        }
        this.weights = new int[relations];
        Arrays.fill(weights, 1);
        this.broken = new NumberSet(relations);
        this.heavier = new NumberSet(relations);
        this.changed = new NumberSet(size);
        this.blame = new int[unknowns.relationsOfCells()];
        this.blamed = new NumberSet(blame.length);
        this.before = new long[size];
        for (int unknown = 0; unknown < size; unknown++) {
            if (unknowns.of(unknown) == unknown && moves[unknown] != 0) {
                shift(unknown, moves[unknown]);
            }
        }
    }

    /** Whether a table is found in which an unknown differs from the true one by so much or more. */
    boolean differs(int unknown, long by, int steps) {
        begin();
        if (by < least[unknown] || by > most[unknown]) {
            block(unknown, by);
            return false;
        }
        long[] bounds = by > 0 ? least : most;
        long usual = bounds[unknown];
        bounds[unknown] = by;
        if (by > 0 ? values[unknown] < by : values[unknown] > by) {
            change(unknown, by - values[unknown]);
        }
        mend(steps);
        bounds[unknown] = usual;
        return ended();
    }

    /** Whether one is found in which a containment leaves more than in the true table by so much. */
    boolean leaves(int relation, long more, int steps) {
        begin();
        long needed = unknowns.relation(relation).rest() + more;
        shiftRest(relation, -needed);
        mend(steps);
        boolean found = broken.size() == 0;
        shiftRest(relation, needed);
        return ended(found);
    }

    /** Begins a search for a table near some wishes. */
    void begin() {
        for (int relation : blamed.toArray()) {
            blame[relation] = 0;
        }
        blamed.clear();
        changed.clear();
    }

    private boolean ended() {
        return ended(broken.size() == 0);
    }

    private boolean ended(boolean found) {
        for (int relation : heavier.toArray()) {
            weights[relation] = 1;
        }
        heavier.clear();
        if (!found) {
            for (int unknown : changed.toArray()) {
                shift(unknown, before[unknown] - values[unknown]);
            }
            changed.clear();
        }
        return found;
    }

    /** The unknowns that the last search changed. */
    int[] changed() {
        return changed.toArray();
    }

    /** By how much an unknown differs in the table that was found last. */
    long value(int unknown) {
        return values[unknown];
    }

    /** The relations of cells that stood in the way of the last search, those that did so most often first. */
    List<Integer> obstacles() {
        return Arrays.stream(blamed.toArray())
                .boxed()
                .sorted(Comparator.comparing((Integer relation) -> -blame[relation])
                        .thenComparing(relation -> relation))
                .toList();
    }

    private void blame(int relation) {
        blamed.add(relation);
        blame[relation]++;
    }

    private void mend(int steps) {
        int last = NONE;
        for (int step = 0; step < steps && broken.size() > 0; step++) {
            int relation = broken.at(step % broken.size());
            int best = NONE;
            long bestBy = 0;
            long bestGain = Long.MIN_VALUE;
            for (int term : terms[relation]) {
                int unknown = Unknowns.unknown(term);
                long by = unknown == last ? 0 : mending(relation, term);
                long gain = by == 0 ? Long.MIN_VALUE : gain(unknown, by);
                if (gain > bestGain) {
                    best = unknown;
                    bestBy = by;
                    bestGain = gain;
                }
            }
            if (bestGain <= 0) {
                heavier.add(relation);
                weights[relation]++;
                blame(unknowns.relation(relation).origin());
            }
            if (best != NONE) {
                change(best, bestBy);
            }
            last = best;
        }
    }

    /** By how much the unknown of a term can change to mend a relation, wholly or in part; zero when it cannot. */
    private long mending(int relation, int term) {
        int unknown = Unknowns.unknown(term);
        long by = term < 0 ? rests[relation] : -rests[relation];
        long down = least[unknown] - values[unknown];
        long up = most[unknown] - values[unknown];
        if (by < down || by > up) {
            block(unknown, by);
        }
        return Math.max(down, Math.min(up, by));
    }

    private void block(int unknown, long by) {
        int bound = unknowns.boundedBy(unknown, by > 0);
        if (bound != NONE) {
            blame(bound);
        }
    }

    /** By how much less is broken afterwards. */
    private long gain(int unknown, long by) {
        long gain = 0;
        for (int entry : relationsOf[unknown]) {
            int relation = Unknowns.unknown(entry);
            long after = rests[relation] + (entry < 0 ? -by : by);
            gain += weights[relation] * (missing(relation, rests[relation]) - missing(relation, after));
        }
        return gain;
    }

    private long missing(int relation, long rest) {
        return addsUp[relation] ? Math.abs(rest) : Math.max(0, -rest);
    }

    private void change(int unknown, long by) {
        if (changed.add(unknown)) {
            before[unknown] = values[unknown];
        }
        shift(unknown, by);
    }

    private void shift(int unknown, long by) {
        values[unknown] += by;
        for (int entry : relationsOf[unknown]) {
            shiftRest(Unknowns.unknown(entry), entry < 0 ? -by : by);
        }
    }

    private void shiftRest(int relation, long by) {
        rests[relation] += by;
        if (missing(relation, rests[relation]) > 0) {
            broken.add(relation);
        } else {
            broken.remove(relation);
        }
    }
}
