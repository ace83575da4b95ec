package org.osteocohort.disclosure;

/**
 * A table of whole numbers on its way from the true one to another: by how much each unknown differs from the true
 * table, and which relations do not hold at the moment. What was changed since the last beginning can be taken back.
 */
final class MovedTable {
    private final long[] values;
    private final long[] least;
    private final long[] most;
    private final long[] rests;
    private final int[][] terms;
    private final boolean[] addsUp;
    private final int[][] relationsOf;
    private final NumberSet broken;
    private final NumberSet changed;
    private final NumberSet needed;
    private final long[] before;

    /** The true table, to begin with. */
    MovedTable(Unknowns unknowns) {
        int size = unknowns.size();
        int relations = unknowns.relations();
        this.values = new long[size];
        this.least = new long[size];
        this.most = new long[size];
        this.relationsOf = new int[size][];
        this.changed = new NumberSet(size);
        this.needed = new NumberSet(size);
        this.before = new long[size];
        this.rests = new long[relations];
        this.terms = new int[relations][];
        this.addsUp = new boolean[relations];
        this.broken = new NumberSet(relations);
        for (int relation = 0; relation < relations; relation++) {
            rests[relation] = unknowns.relation(relation).rest();
            terms[relation] = unknowns.relation(relation).terms();
            addsUp[relation] = unknowns.relation(relation).addsUp();
        }
        for (int unknown = 0; unknown < size; unknown++) {
            least[unknown] = unknowns.least(unknown);
            most[unknown] = unknowns.most(unknown);
            relationsOf[unknown] = unknowns.relationsOf(unknown);
        }
    }

    /** From here changes are remembered. */
    void begin() {
        changed.clear();
    }

    /** Takes back what was changed since the beginning. */
    void undo() {
        for (int unknown : changed.toArray()) {
            shift(unknown, before[unknown] - values[unknown]);
        }
        changed.clear();
    }

    /**
     * Takes back what was changed and does not hang together with some terms by relations of changed unknowns. When all
     * relations hold, they do so without it.
     */
    void undoAllBut(int[] wanted) {
        needed.clear();
        for (int term : wanted) {
            reach(Unknowns.unknown(term));
        }
        for (int place = 0; place < needed.size(); place++) {
            for (int entry : relationsOf[needed.at(place)]) {
                for (int term : terms[Unknowns.unknown(entry)]) {
                    reach(Unknowns.unknown(term));
                }
            }
        }
        for (int unknown : changed.toArray()) {
            if (!needed.contains(unknown)) {
                shift(unknown, before[unknown] - values[unknown]);
                changed.remove(unknown);
            }
        }
    }

    private void reach(int unknown) {
        if (changed.contains(unknown) && values[unknown] != before[unknown]) {
            needed.add(unknown);
        }
    }

    /** The unknowns that were changed since the beginning. */
    int[] changed() {
        return changed.toArray();
    }

    /** By how much an unknown differs from the true table. */
    long value(int unknown) {
        return values[unknown];
    }

    long least(int unknown) {
        return least[unknown];
    }

    long most(int unknown) {
        return most[unknown];
    }

    /** Bounds an unknown. */
    void bound(int unknown, long lowest, long highest) {
        least[unknown] = lowest;
        most[unknown] = highest;
    }

    /** How many relations do not hold. */
    int broken() {
        return broken.size();
    }

    /** One of the relations that do not hold. */
    int broken(int place) {
        return broken.at(place);
    }

    int[] terms(int relation) {
        return terms[relation];
    }

    /** The relations of an unknown, as their complement where it is taken away. */
    int[] relationsOf(int unknown) {
        return relationsOf[unknown];
    }

    /** By how much the unknown of a term can change to mend a relation, wholly or in part; zero when it cannot. */
    long mending(int relation, int term) {
        int unknown = Unknowns.unknown(term);
        long by = term < 0 ? rests[relation] : -rests[relation];
        return Math.max(least[unknown] - values[unknown], Math.min(most[unknown] - values[unknown], by));
    }

    /** By how much less a relation is broken when what it comes to changes. */
    long mends(int relation, long by) {
        return missing(relation, rests[relation]) - missing(relation, rests[relation] + by);
    }

    private long missing(int relation, long rest) {
        return addsUp[relation] ? Math.abs(rest) : Math.max(0, -rest);
    }

    void change(int unknown, long by) {
        if (changed.add(unknown)) {
            before[unknown] = values[unknown];
        }
        shift(unknown, by);
    }

    private void shift(int unknown, long by) {
        values[unknown] += by;
        for (int entry : relationsOf[unknown]) {
            demand(Unknowns.unknown(entry), entry < 0 ? -by : by);
        }
    }

    /** Lets a relation come to more, or to less, than its terms do. */
    void demand(int relation, long by) {
        rests[relation] += by;
        if (missing(relation, rests[relation]) > 0) {
            broken.add(relation);
        } else {
            broken.remove(relation);
        }
    }
}
