package org.osteocohort.disclosure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What of a system is hidden, and the ledger that tells the next run. Works on cells in their own order; the result
 * depends on nothing else.
 *
 * <p>Cells that hang together are decided about together ({@link Decision}). Where the last run decided about the same
 * ({@link DecisionBasis}), nothing is decided: who shows again what readers have and hides the rest tells nothing.
 */
final class Suppression {
    private final CellSystem system;
    private final int threshold;
    private final Ledger ledger;
    private final List<Ledger.Past> pasts;
    private final CellGroups groups;
    private final List<String> bases;
    private final HiddenCells hidden;

    private Suppression(CellSystem system, int threshold, Ledger ledger) {
        this.system = system;
        this.threshold = threshold;
        this.ledger = ledger;
        this.pasts = ledger.pasts(system);
        this.groups = new CellGroups(system);
        this.bases = DecisionBasis.of(system, groups, threshold);
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
        return ledger.after(system, hidden, new Change(system, threshold, pasts), this::basis);
    }

    /** What the decision about a cell rests on; null for a zero, about which there is none. */
    private String basis(int cell) {
        return groups.of(cell) == CellGroups.NONE ? null : bases.get(groups.of(cell));
    }

    private boolean isDecided(int cell) {
        return groups.of(cell) != CellGroups.NONE && ledger.isDecidedOn(basis(cell));
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
        CellSystem part = rest.length == system.size() ? system : system.part(rest);
        Change change = new Change(
                part, threshold, IntStream.of(rest).mapToObj(pasts::get).toList());
        HiddenBecause[] reasons = Decision.of(part, threshold, change).reasons();
        for (int cell = 0; cell < reasons.length; cell++) {
            if (reasons[cell] != null) {
                hidden.hide(rest[cell], reasons[cell]);
            }
        }
    }
}
