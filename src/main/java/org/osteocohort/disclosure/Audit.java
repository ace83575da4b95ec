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
 * <p>Two readers attack. The one who goes from relation to relation ({@link Bounds}) attacks everything, at any size.
 * The one who takes all relations together ({@link SmallGroups}) attacks groups of up to {@value #FEW} hidden numbers
 * that hang together: what other tables do not prove to be safe is decided by a linear program in the smallest groups,
 * and makes a few more numbers go in the others, except populations. What is in larger groups, or not proved after
 * that, is safe against the first reader only.
 *
 * <p>Not protected against: a reader who knows this program can reason about why a number is hidden (it is small, or
 * stands beside one that is; which, and how small, remains open), and one who knows some of the children.
 */
final class Audit {
    private static final int FEW = 400;

    /** So many relations are looked at for something to hide, and more when only what readers want most is in them. */
    private static final int NEAR = 5;

    private static final int FAR = 60;

    private final CellSystem system;
    private final Relations relations;
    private final long threshold;
    private final HiddenCells hidden;
    private final Change change;
    private final Choice choice;

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
            new SmallGroups(system, (int) threshold, hidden, change, choice, FEW).hideBesideWhatIsTold();
        }
        return hidden.size() > before;
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
