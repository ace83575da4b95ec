package org.osteocohort.disclosure;

import java.util.BitSet;

/**
 * Which cells of a system to hide, decided from nothing but its numbers and what earlier runs told. Zeros are never
 * hidden.
 *
 * <p>First the small counts go, then whatever gives one away by a single relation ({@link Margins}), then whatever does
 * by several together ({@link Audit}); after each step back to the one before, until no step hides anything.
 */
final class Decision {
    private final CellSystem system;
    private final int threshold;
    private final Change change;
    private final HiddenCells hidden;

    private Decision(CellSystem system, int threshold, Change change) {
        this.system = system;
        this.threshold = threshold;
        this.change = change;
        this.hidden = new HiddenCells(system);
    }

    /**
     * What is hidden.
     *
     * @param led cells that follow one elsewhere that is hidden
     * @throws IllegalStateException when the numbers contradict each other
     */
    static HiddenCells of(CellSystem system, int threshold, Change change, BitSet led) {
        Decision decision = new Decision(system, threshold, change);
        decision.check();
        decision.decide(led);
        return decision.hidden;
    }

    private void decide(BitSet led) {
        Choice choice = new Choice(system, threshold, change);
        // Fewer go when these look at all relations in their order before what is hidden by itself changes it.
        Margins margins = new Margins(system, threshold, hidden, change, choice);
        Audit audit = new Audit(system, threshold, hidden, change, choice);
        hideByThemselves();
        led.stream().forEach(cell -> hidden.hide(cell, HiddenBecause.SAME_GROUP));
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
