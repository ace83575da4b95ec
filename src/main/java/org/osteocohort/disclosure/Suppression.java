package org.osteocohort.disclosure;

import java.util.List;

/**
 * Decides which cells to hide. Zeros are never hidden. Works on cells in their own order; the result depends on nothing
 * else.
 *
 * <p>First the small counts go, then whatever gives one away by a single relation ({@link Margins}), then whatever does
 * by several together ({@link Audit}); after each step back to the one before, until no step hides anything.
 *
 * <p>When the last run decided about the same ({@link DecisionBasis}), nothing is decided: who shows again what readers
 * have and hides the rest tells nothing.
 */
final class Suppression {
    private final CellSystem system;
    private final int threshold;
    private final Ledger ledger;
    private final String basis;
    private final Change change;
    private final HiddenCells hidden;

    private Suppression(CellSystem system, int threshold, Ledger ledger) {
        this.system = system;
        this.threshold = threshold;
        this.ledger = ledger;
        this.basis = DecisionBasis.of(system, threshold);
        this.change = new Change(system, threshold, ledger.pasts(system));
        this.hidden = new HiddenCells(system);
    }

    /**
     * Decides about all cells of a system.
     *
     * @throws IllegalStateException when the numbers contradict each other
     */
    static Suppression of(CellSystem system, int threshold, Ledger ledger) {
        Suppression suppression = new Suppression(system, threshold, ledger);
        if (ledger.isDecidedOn(suppression.basis)) {
            suppression.change.hideTheSame(suppression.hidden);
        } else {
            suppression.decide();
        }
        return suppression;
    }

    HiddenCells hidden() {
        return hidden;
    }

    /** The ledger for the next run. */
    List<ReleasedRow> released() {
        return ledger.after(system, hidden, change, basis);
    }

    private void decide() {
        check();
        Choice choice = new Choice(system, threshold, change);
        // Fewer go when these look at all relations in their order before what is hidden by itself changes it.
        Margins margins = new Margins(system, threshold, hidden, change, choice);
        Audit audit = new Audit(system, threshold, hidden, change, choice);
        hideByThemselves();
        change.hideAgain(hidden);
        do {
            margins.protect();
        } while (audit.hidesMore());
    }

    private void check() {
        Relations relations = system.relations();
        for (int relation = 0; relation < relations.size(); relation++) {
            if (!system.known(relation)) {
                continue;
            }
            long rest = system.rest(relation);
            String whole = system.cell(relations.whole(relation)).space().name();
            if (relations.addsUp(relation) && rest != 0) {
                throw new IllegalStateException("the parts of a total do not add up in " + whole);
            }
            if (rest < 0) {
                String part = system.cell(relations.member(relation, 1)).space().name();
                throw new IllegalStateException(part + " counts somebody whom " + whole + " does not count");
            }
        }
    }

    private void hideByThemselves() {
        for (int cell = 0; cell < system.size(); cell++) {
            long count = system.count(cell);
            if (count == CellSystem.UNKNOWN) {
                hidden.hide(cell, HiddenBecause.EARLIER);
            } else if (count > 0 && count < threshold) {
                hidden.hide(cell, HiddenBecause.PRIMARY);
            } else if (count > 0 && change.small(cell)) {
                hidden.hide(cell, HiddenBecause.DIFFERENCING);
            }
        }
    }
}
