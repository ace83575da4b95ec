package org.osteocohort.disclosure;

import java.util.Arrays;

/**
 * By how much unknowns can differ from the true table at most, as one relation after the other tells: what lies outside
 * need not be looked for. A reader who expects little to have changed knows much, and most of what he knows is told so.
 */
final class Ranges {
    /** More than any count, and small enough that those of a relation add up. */
    private static final long FAR = 1L << 40;

    /** How often a relation is looked at on average, before it is left at that: ranges may narrow by one child a time. */
    private static final long MOST_LOOKS = 20;

    private final Unknowns unknowns;
    private final long[] least;
    private final long[] most;
    private final RelationQueue waiting;

    /** The ranges of unknowns; zero, which they are in the true table, lies in each. */
    Ranges(Unknowns unknowns) {
        this.unknowns = unknowns;
        this.least = new long[unknowns.size()];
        this.most = new long[unknowns.size()];
        this.waiting = new RelationQueue(unknowns.relations());
        Arrays.setAll(least, unknown -> Math.max(-FAR, unknowns.least(unknown)));
        Arrays.setAll(most, unknown -> Math.min(FAR, unknowns.most(unknown)));
        for (int relation = 0; relation < unknowns.relations(); relation++) {
            waiting.add(relation);
        }
        for (long look = MOST_LOOKS * unknowns.relations(); look > 0 && !waiting.isEmpty(); look--) {
            narrow(unknowns.relation(waiting.remove()));
        }
    }

    /** Whether an unknown may differ by so much. */
    boolean allow(int unknown, long by) {
        return least[unknown] <= by && by <= most[unknown];
    }

    /** Whether a relation may leave more than in the true table by so much. */
    boolean leave(int relation, long more) {
        return most(unknowns.relation(relation).terms()) >= more;
    }

    /** No term is less than the opposite of what the others and the rest come to at most. */
    private void narrow(Unknowns.Between relation) {
        long sum = most(relation.terms());
        long opposite = most(opposite(relation.terms()));
        for (int term : relation.terms()) {
            raise(term, most(term) - sum - relation.rest());
            if (relation.addsUp()) {
                raise(~term, most(~term) - opposite);
            }
        }
    }

    private static int[] opposite(int[] terms) {
        return Arrays.stream(terms).map(term -> ~term).toArray();
    }

    private long most(int[] terms) {
        long sum = 0;
        for (int term : terms) {
            sum += most(term);
        }
        return sum;
    }

    private long most(int term) {
        return term < 0 ? -least[~term] : most[term];
    }

    private void raise(int term, long lowest) {
        int unknown = Unknowns.unknown(term);
        boolean narrower = term < 0 ? most[unknown] > -lowest : least[unknown] < lowest;
        if (narrower && term < 0) {
            most[unknown] = -lowest;
        } else if (narrower) {
            least[unknown] = lowest;
        }
        if (narrower) {
            for (int entry : unknowns.relationsOf(unknown)) {
                waiting.add(Unknowns.unknown(entry));
            }
        }
    }
}
