package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for a proof that each hidden number and each small difference is safe from one kind of reader.
 *
 * <p>Other tables are first looked for among the hidden numbers. Where none is found, numbers that are shown are let
 * vary, too, each at the price at which a reader would miss it, and the headlines only where there is no table without;
 * those that the table found changes are hidden, and it is the proof for the one that was asked for and for all that went
 * for it. What is proved stays so, since a reader from whom more is hidden can rule out less. So every number is proved
 * once, and this ends.
 */
final class Proofs {
    /** Among hidden numbers most searches need a few steps. */
    private static final Effort HIDDEN_ONLY = new Effort(50, 0);

    /** With 500 steps more headlines of 20,000 children went, with 20,000 as many, and both took longer. */
    private static final Effort WITHOUT_HEADLINES = new Effort(2_000, Choice.HEADLINE_PRICE - 1);

    /** Then other headlines go before those of the first screen. */
    private static final Effort WITHOUT_FIRST_SCREEN = new Effort(2_000, Choice.FIRST_SCREEN_PRICE - 1);

    /**
     * Where what is not proved is tried again against a reader who knows less. A search that goes on finds what proves much
     * for others: on a night of 100,000 children 2,671 were in vain with 20,000 steps, 14 with 200,000 (5 with headlines
     * spared first), which took less than half as long. With 2,000,000 steps as many were.
     */
    private static final Effort LONG = new Effort(200_000, Long.MAX_VALUE);

    /**
     * Before all that hangs together is hidden, which no data seen so far came to. Few searches take long, and what they
     * find spares the others theirs; with fewer steps at first more is hidden, and it takes longer.
     */
    private static final Effort LAST = new Effort(2_000_000, Long.MAX_VALUE);

    private final CellSystem system;
    private final HiddenCells hidden;
    private final Alternatives alternatives;
    private final Proofs stricter;

    /** What is not proved yet. */
    private final List<Target> left = new ArrayList<>();

    private final Set<Target> proved = new HashSet<>();

    /** How many of the hidden cells were looked at. */
    private int seen;

    /**
     * Proofs against a reader.
     *
     * @param stricter those against a reader who knows more: what he cannot tell, this one cannot; null when there is
     *     none, or when this is he
     */
    Proofs(CellSystem system, int threshold, HiddenCells hidden, Alternatives alternatives, Proofs stricter) {
        this.system = system;
        this.hidden = hidden;
        this.alternatives = alternatives;
        this.stricter = stricter;
        addSmallDifferences(threshold);
    }

    /** Something that must be safe: a hidden cell, or the difference that a containment leaves. */
    private record Target(boolean isCell, int place) {}

    private void addSmallDifferences(int threshold) {
        Relations relations = system.relations();
        for (int relation = 0; relation < relations.size(); relation++) {
            boolean pair = !relations.addsUp(relation) && system.known(relation);
            // What an outside of a shown zero differs by is the outside itself.
            if (pair && system.count(relations.member(relation, 1)) > 0) {
                long rest = system.rest(relation);
                if (rest > 0 && rest < threshold) {
                    left.add(new Target(false, relation));
                }
            }
        }
    }

    /** Hides what proofs need beside what is hidden, and says whether that was anything. */
    boolean hideMore() {
        int before = hidden.size();
        for (; seen < before; seen++) {
            if (alternatives.isOpen(hidden.hidden(seen))) {
                left.add(new Target(true, hidden.hidden(seen)));
            }
        }
        left.removeIf(target -> stricter != null && stricter.proved.contains(target));
        prove(false, List.of(HIDDEN_ONLY));
        boolean knowsLess = alternatives.alsoKnownBefore();
        prove(true, List.of(WITHOUT_HEADLINES, WITHOUT_FIRST_SCREEN, knowsLess ? LAST : LONG));
        if (knowsLess) {
            left.forEach(this::giveUp);
        }
        left.clear();
        return hidden.size() > before;
    }

    /** Tries all that is left, each with one effort after the other: a headline that had to go spares the next ones. */
    private void prove(boolean alsoShown, List<Effort> efforts) {
        if (!left.isEmpty()) {
            alternatives.look(alsoShown);
            left.removeIf(target -> efforts.stream().anyMatch(effort -> isSafe(target, effort)) && proved.add(target));
        }
    }

    private boolean isSafe(Target target, Effort effort) {
        return target.isCell()
                ? alternatives.safe(target.place(), effort)
                : alternatives.differenceIsSafe(target.place(), effort);
    }

    /** Hides all that hangs together with what could not be proved: then a multiple of all of it is another table. */
    private void giveUp(Target target) {
        int cell = target.isCell() ? target.place() : system.relations().whole(target.place());
        hidden.hideAllThatHangsTogether(cell, HiddenBecause.COMBINED);
    }
}
