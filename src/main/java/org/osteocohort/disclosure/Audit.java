package org.osteocohort.disclosure;

import java.util.BitSet;

/**
 * Attacks the whole system as a reader would, and hides more beside every number about which that tells too much.
 *
 * <p>A hidden small count is safe when at least as many values remain possible for it as the threshold is high, from the
 * lowest to the highest, and a count that is not small is among them: the reader cannot even tell that it is small.
 * (Zeros are shown, so the lowest value is 1 and not 0; a total is no less than the number of its hidden parts.) The
 * same holds for a small difference of two numbers, and for a small change since an earlier run. Any other hidden
 * number must not be told exactly.
 *
 * <p>Two readers attack everything, however much hangs together. For the one who goes from relation to relation ({@link
 * Bounds}) it is computed what remains possible. Of the one who takes all relations together, at any expense, it is
 * proved by other tables of whole numbers that he cannot tell any number ({@link Proofs}); in groups of few hidden
 * numbers ({@link HiddenGroups}) they are also to prove that he cannot tell that it is small. In larger groups this
 * second reader may be able to tell that a number is small, and not which it is. Where no proof is found, more is hidden.
 *
 * <p>Not protected against: a reader who knows this program can reason about why a number is hidden (it is small, or
 * stands beside one that is; which, and how small, remains open), and one who knows some of the children.
 */
final class Audit {
    /** So many relations are looked at for something to hide, and more when only what readers want most is in them. */
    private static final int NEAR = 5;

    private static final int FAR = 60;

    private final CellSystem system;
    private final Relations relations;
    private final long threshold;
    private final HiddenCells hidden;
    private final Change change;
    private final Choice choice;
    private final Proofs proofsOfNew;
    private final Proofs proofsOfAll;

    /** Relations of what was hidden since the bounds were taken, which may be wider now. */
    private final BitSet loosened = new BitSet();

    private Bounds boundsOfAll;
    private Bounds boundsOfNew;

    Audit(CellSystem system, int threshold, HiddenCells hidden, Change change, Choice choice) {
        this.system = system;
        this.relations = system.relations();
        this.threshold = threshold;
        this.hidden = hidden;
        this.change = change;
        this.choice = choice;
        this.proofsOfNew = proofs(threshold, false);
        this.proofsOfAll = proofs(threshold, true);
    }

    private Proofs proofs(int smallest, boolean alsoKnownBefore) {
        Alternatives alternatives = new Alternatives(system, smallest, hidden, change, alsoKnownBefore);
        return new Proofs(system, smallest, hidden, choice, alternatives);
    }

    /** Whether something was told and more is hidden now, so that the audit must be repeated. */
    boolean hidesMore() {
        int before = hidden.size();
        // A reader who expects a number to be the same as last time knows it, so such numbers protect only last of all.
        attack(false);
        if (hidden.size() == before && change.someKnownBefore()) {
            attack(true);
        }
        if (hidden.size() == before) {
            proofsOfNew.hideBesideWhatIsNotProved();
        }
        if (hidden.size() == before && someHiddenIsKnownBefore()) {
            proofsOfAll.hideBesideWhatIsNotProved();
        }
        return hidden.size() > before;
    }

    private boolean someHiddenIsKnownBefore() {
        for (int place = 0; place < hidden.size(); place++) {
            if (change.knownBefore(hidden.hidden(place))) {
                return true;
            }
        }
        return false;
    }

    private void attack(boolean alsoKnownBefore) {
        loosened.clear();
        Bounds bounds = alsoKnownBefore ? boundsOfAll : boundsOfNew;
        if (bounds == null) {
            bounds = new Bounds(system, hidden, cell -> alsoKnownBefore || !change.knownBefore(cell));
        } else {
            bounds.follow();
        }
        boundsOfAll = alsoKnownBefore ? bounds : boundsOfAll;
        boundsOfNew = alsoKnownBefore ? boundsOfNew : bounds;
        for (int cell = 0; cell < system.size(); cell++) {
            if (bounds.open(cell) && system.count(cell) != CellSystem.UNKNOWN && told(bounds, cell)) {
                loosen(bounds, cell, alsoKnownBefore);
            }
        }
        for (int relation = 0; relation < relations.size(); relation++) {
            if (!relations.addsUp(relation) && system.known(relation) && toldDifference(bounds, relation)) {
                int outside = relations.whole(relation);
                int inside = relations.member(relation, 1);
                if (!loosen(bounds, outside, alsoKnownBefore)) {
                    loosen(bounds, inside, alsoKnownBefore);
                }
            }
        }
    }

    private boolean told(Bounds bounds, int cell) {
        long highest = bounds.highest(cell);
        long width = highest - bounds.lowest(cell);
        if (system.count(cell) < threshold) {
            return highest < threshold || width < threshold - 1;
        }
        boolean changed = hidden.reason(cell) == HiddenBecause.DIFFERENCING;
        return width < (changed ? threshold - 1 : 1) || change.tells(cell, bounds.lowest(cell), highest);
    }

    private boolean toldDifference(Bounds bounds, int relation) {
        long rest = system.rest(relation);
        int inside = relations.member(relation, 1);
        if (rest == 0 || rest >= threshold || system.count(inside) == 0) {
            return false;
        }
        int outside = relations.whole(relation);
        long most = bounds.highest(outside) - bounds.lowest(inside);
        long least = Math.max(0, bounds.lowest(outside) - bounds.highest(inside));
        return most < threshold || most - least < threshold - 1;
    }

    /**
     * Hides the least missed of the numbers from which the bounds of a cell come, the nearer of equals.
     *
     * @return whether there was one, or the bounds may be wider already
     */
    private boolean loosen(Bounds bounds, int cell, boolean alsoKnownBefore) {
        for (int reach : new int[] {NEAR, FAR}) {
            int least = Choice.NONE;
            for (int relation : bounds.chain(cell, reach)) {
                if (loosened.get(relation)) {
                    return true;
                }
                int candidate = choice.leastMissed(relation, hidden, alsoKnownBefore);
                if (candidate != Choice.NONE && (least == Choice.NONE || choice.worthLess(candidate, least))) {
                    least = candidate;
                }
            }
            boolean lastTry = reach == FAR;
            if (least != Choice.NONE && (lastTry || choice.worth(least) < Worth.HEADLINE)) {
                hide(least);
                return true;
            }
        }
        return false;
    }

    private void hide(int cell) {
        hidden.hide(cell, HiddenBecause.COMBINED);
        for (int position = 0; position < system.degree(cell); position++) {
            loosened.set(system.relation(cell, position));
        }
    }
}
