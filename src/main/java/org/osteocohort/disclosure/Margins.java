package org.osteocohort.disclosure;

/**
 * Hides what gives a hidden number away by a single relation, until no relation does. Looks only at relations of cells
 * that were hidden since it looked last.
 */
final class Margins {
    private final CellSystem system;
    private final Relations relations;
    private final long threshold;
    private final HiddenCells hidden;
    private final Change change;
    private final Choice choice;

    Margins(CellSystem system, int threshold, HiddenCells hidden, Change change, Choice choice) {
        this.system = system;
        this.relations = system.relations();
        this.threshold = threshold;
        this.hidden = hidden;
        this.change = change;
        this.choice = choice;
        for (int relation = 0; relation < relations.size(); relation++) {
            hidden.await(relation);
        }
    }

    void protect() {
        do {
            while (hidden.someWait()) {
                int relation = hidden.next();
                if (system.known(relation)) {
                    protect(relation);
                }
            }
            hideFollowers();
        } while (hidden.someWait());
    }

    private void protect(int relation) {
        if (!relations.addsUp(relation)) {
            protectDifference(relation);
            return;
        }
        while (givesAway(relation)) {
            int next = choice.leastMissed(relation, hidden, true);
            if (next == Choice.NONE) {
                return;
            }
            hidden.hide(next, HiddenBecause.COMPLEMENTARY);
        }
    }

    private boolean small(long count) {
        return count > 0 && count < threshold;
    }

    /** A number that holds another may not differ from it by a few children while both are shown. */
    private void protectDifference(int relation) {
        int outside = relations.whole(relation);
        int inside = relations.member(relation, 1);
        if (!hidden.visible(outside) || !hidden.visible(inside)) {
            return;
        }
        boolean few = small(system.rest(relation));
        if (few || change.smallRest(relation, hidden)) {
            // A zero is never hidden.
            boolean outsideGoes = system.count(inside) == 0 || choice.lessMissedOfPair(outside, inside);
            hidden.hide(outsideGoes ? outside : inside, few ? HiddenBecause.COMPLEMENT : HiddenBecause.DIFFERENCING);
        }
    }

    /** Whether a reader can compute a hidden cell, or a small number of children in all hidden parts together. */
    private boolean givesAway(int relation) {
        int hiddenParts = 0;
        long rest = system.count(relations.whole(relation));
        for (int member = 1; member < relations.members(relation); member++) {
            int part = relations.member(relation, member);
            if (hidden.visible(part)) {
                rest -= system.count(part);
            } else {
                hiddenParts++;
            }
        }
        if (!hidden.visible(relations.whole(relation))) {
            return hiddenParts == 0;
        }
        return hiddenParts == 1 || hiddenParts > 1 && (small(rest) || change.smallRest(relation, hidden));
    }

    /** What counts something of hidden children goes with them. */
    private void hideFollowers() {
        Relations followers = system.followers();
        for (int leader = 0; leader < followers.size(); leader++) {
            for (int member = 1; member < followers.members(leader); member++) {
                int follower = followers.member(leader, member);
                if (!hidden.visible(followers.whole(leader)) && hidden.canGo(follower)) {
                    hidden.hide(follower, HiddenBecause.SAME_GROUP);
                }
            }
        }
    }
}
