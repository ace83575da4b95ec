package org.osteocohort.disclosure;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides which cells to hide: small counts first, then whatever would give a hidden one away, until nothing changes.
 * Zeros are never hidden, and so never protect another cell. Works on cells in their own order; the result depends on
 * nothing else.
 *
 * <p>Each relation is safe by itself afterwards. Relations taken together may still narrow a cell down; that is for an
 * audit of the result.
 */
final class Suppression {
    private static final int NONE = -1;

    private final long threshold;
    private final Long[] counts;
    private final HiddenBecause[] hidden;
    private final int[] worth;
    private final CellSystem system;
    private boolean changed;

    private Suppression(CellSystem system, long threshold) {
        this.system = system;
        this.counts = system.counts().toArray(new Long[0]);
        this.hidden = new HiddenBecause[counts.length];
        this.worth = system.cells().stream().mapToInt(Worth::of).toArray();
        this.threshold = threshold;
    }

    /**
     * The hidden cells, in their order, each with the first reason that was found.
     *
     * @throws IllegalStateException when the numbers contradict each other
     */
    static SortedMap<CellId, HiddenBecause> of(CellSystem system, int threshold) {
        Suppression suppression = new Suppression(system, threshold);
        suppression.hideSmallCounts();
        do {
            suppression.changed = false;
            system.relations().forEach(suppression::protect);
        } while (suppression.changed);
        return suppression.result();
    }

    private SortedMap<CellId, HiddenBecause> result() {
        SortedMap<CellId, HiddenBecause> result = new TreeMap<>();
        for (int cell = 0; cell < hidden.length; cell++) {
            if (hidden[cell] != null) {
                result.put(system.cells().get(cell), hidden[cell]);
            }
        }
        return result;
    }

    private void hideSmallCounts() {
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] == null) {
                hide(cell, HiddenBecause.EARLIER);
            } else if (small(counts[cell])) {
                hide(cell, HiddenBecause.PRIMARY);
            }
        }
    }

    private boolean small(long count) {
        return count > 0 && count < threshold;
    }

    private boolean visible(int cell) {
        return hidden[cell] == null;
    }

    private void hide(int cell, HiddenBecause reason) {
        if (visible(cell)) {
            hidden[cell] = reason;
            changed = true;
        }
    }

    private void protect(Relation relation) {
        if (relation instanceof Relation.Containment containment) {
            protect(containment);
        } else if (relation instanceof Relation.Sum sum) {
            protect(sum);
        } else if (relation instanceof Relation.Follower follower) {
            protect(follower);
        }
    }

    private void protect(Relation.Containment pair) {
        Long outside = counts[pair.outside()];
        Long inside = counts[pair.inside()];
        if (outside == null || inside == null) {
            return;
        }
        long difference = outside - inside;
        if (difference < 0) {
            throw new IllegalStateException(
                    space(pair.inside()) + " counts somebody whom " + space(pair.outside()) + " does not count");
        }
        boolean insideVisible = visible(pair.inside());
        boolean outsideVisible = visible(pair.outside());
        if (small(difference) && insideVisible && outsideVisible) {
            hide(
                    worth[pair.outside()] < worth[pair.inside()] ? pair.outside() : pair.inside(),
                    HiddenBecause.COMPLEMENT);
        }
        if (difference == 0 && insideVisible != outsideVisible) {
            hide(insideVisible ? pair.inside() : pair.outside(), HiddenBecause.COMPLEMENT);
        }
    }

    private void protect(Relation.Follower pair) {
        Long follower = counts[pair.follower()];
        if (!visible(pair.leader()) && follower != null && follower > 0) {
            hide(pair.follower(), HiddenBecause.SAME_GROUP);
        }
    }

    private void protect(Relation.Sum sum) {
        checkAddsUp(sum);
        while (givesAway(sum)) {
            int next = leastMissed(sum);
            if (next == NONE) {
                return;
            }
            hide(next, HiddenBecause.COMPLEMENTARY);
        }
    }

    /** Whether a reader can compute a hidden cell, or a small number of children in all hidden parts together. */
    private boolean givesAway(Relation.Sum sum) {
        int hiddenParts = 0;
        long shown = 0;
        for (int part : sum.parts()) {
            if (visible(part)) {
                shown += counts[part];
            } else {
                hiddenParts++;
            }
        }
        if (!visible(sum.total())) {
            return hiddenParts == 0;
        }
        return hiddenParts == 1 || hiddenParts > 1 && small(counts[sum.total()] - shown);
    }

    /**
     * The cell that can still be hidden and is missed least: by its worth, then a part rather than the total, then the
     * smallest, then the first.
     */
    private int leastMissed(Relation.Sum sum) {
        int least = NONE;
        for (int part : sum.parts()) {
            if (visible(part) && counts[part] > 0 && (least == NONE || lessMissed(part, least))) {
                least = part;
            }
        }
        boolean totalCanGo = visible(sum.total()) && counts[sum.total()] > 0;
        return totalCanGo && (least == NONE || worth[sum.total()] < worth[least]) ? sum.total() : least;
    }

    private boolean lessMissed(int cell, int other) {
        return worth[cell] == worth[other] ? counts[cell] < counts[other] : worth[cell] < worth[other];
    }

    private void checkAddsUp(Relation.Sum sum) {
        Long total = counts[sum.total()];
        long added = 0;
        for (int part : sum.parts()) {
            if (total == null || counts[part] == null) {
                return;
            }
            added += counts[part];
        }
        if (added != total) {
            throw new IllegalStateException("the parts of a total do not add up in " + space(sum.total()));
        }
    }

    private String space(int cell) {
        return system.cells().get(cell).space().name();
    }
}
