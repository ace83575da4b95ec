package org.osteocohort.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What of a system is hidden, and the ledger that tells the next run. Works on cells in their own order; the result
 * depends on nothing else.
 *
 * <p>Cells that hang together are decided about together ({@link Decision}). Where the last run decided about the same
 * ({@link DecisionBasis}), nothing is decided: who shows again what readers have and hides the rest tells nothing. A
 * follower that is decided about anew goes with its leader wherever that was decided about.
 */
final class Suppression {
    private final CellSystem system;
    private final int threshold;
    private final Ledger ledger;
    private final List<Ledger.Past> pasts;
    private final CellGroups groups;
    private final List<String> bases;
    private final BitSet decided;
    private final HiddenCells hidden;

    private Suppression(CellSystem system, int threshold, Ledger ledger) {
        this.system = system;
        this.threshold = threshold;
        this.ledger = ledger;
        this.pasts = ledger.pasts(system);
        this.groups = new CellGroups(system);
        this.bases = DecisionBasis.of(system, groups, threshold);
        this.decided = decidedGroups();
        this.hidden = new HiddenCells(system);
    }

    /**
     * Decides about all cells of a system.
     *
     * @throws IllegalStateException when the numbers contradict each other
     */
    static Suppression of(CellSystem system, int threshold, Ledger ledger) {
        Suppression suppression = new Suppression(system, threshold, ledger);
        suppression.hideTheSame();
        suppression.decideTheRest();
        return suppression;
    }

    HiddenCells hidden() {
        return hidden;
    }

    /** The ledger for the next run. */
    List<ReleasedRow> released() {
        return ledger.after(system, pasts, hidden, new Change(system, threshold, pasts), this::basis);
    }

    /** What the decision about a cell rests on; null for a zero, about which there is none. */
    private String basis(int cell) {
        return groups.of(cell) == CellGroups.NONE ? null : bases.get(groups.of(cell));
    }

    /** Whether the last run decided about a cell, and about all that it follows, what this one would. */
    private boolean isDecided(int cell) {
        return groups.of(cell) != CellGroups.NONE && decided.get(groups.of(cell));
    }

    private BitSet decidedGroups() {
        BitSet same = new BitSet();
        for (int group = 0; group < groups.size(); group++) {
            same.set(group, ledger.isDecidedOn(bases.get(group)));
        }
        int before;
        do {
            before = same.cardinality();
            forEachFollower((leader, follower) -> {
                if (!same.get(groups.of(leader))) {
                    same.clear(groups.of(follower));
                }
            });
        } while (same.cardinality() < before);
        return same;
    }

    /** Of those that are not zero. */
    private void forEachFollower(Following action) {
        Relations followers = system.followers();
        for (int relation = 0; relation < followers.size(); relation++) {
            int leader = followers.whole(relation);
            for (int member = 1; member < followers.members(relation); member++) {
                int follower = followers.member(relation, member);
                if (system.count(leader) != 0 && system.count(follower) != 0) {
                    action.accept(leader, follower);
                }
            }
        }
    }

    private interface Following {
        void accept(int leader, int follower);
    }

    /** Hides what the last run hid of what it decided about, for its reasons, and nothing else of that. */
    private void hideTheSame() {
        for (int cell = 0; cell < system.size(); cell++) {
            HiddenBecause before = pasts.get(cell).hidden();
            if (before != null && isDecided(cell)) {
                hidden.hide(cell, before);
            }
        }
    }

    private void decideTheRest() {
        int[] rest = IntStream.range(0, system.size())
                .filter(cell -> !isDecided(cell))
                .toArray();
        BitSet led = new BitSet();
        forEachFollower((leader, follower) -> {
            if (!isDecided(follower) && !hidden.visible(leader)) {
                led.set(Arrays.binarySearch(rest, follower));
            }
        });
        CellSystem part = rest.length == system.size() ? system : system.part(rest);
        Change change = new Change(
                part, threshold, IntStream.of(rest).mapToObj(pasts::get).toList());
        HiddenBecause[] reasons = Decision.of(part, threshold, change, led).reasons();
        for (int cell = 0; cell < reasons.length; cell++) {
            if (reasons[cell] != null) {
                hidden.hide(rest[cell], reasons[cell]);
            }
        }
    }
}
