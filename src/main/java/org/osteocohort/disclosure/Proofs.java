package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for a proof that each hidden number and each small difference is safe from one kind of reader.
 *
 * <p>Other tables are first looked for among the hidden numbers. Where none is found, numbers that are shown are let
 * vary, too, each at the price at which a reader would miss it, and the headlines last; those that the table found
 * changes are hidden, and it is the proof for the one that was asked for and for all that went for it. What is proved
 * stays so, since a reader from whom more is hidden can rule out less. So every number is proved once, and this ends.
 */
final class Proofs {
    /** Worth of shown numbers below which they may vary: none, or all. */
    private static final int NO_SHOWN = 0;

    private static final int ALL_SHOWN = Integer.MAX_VALUE;

    /** How many steps a search among hidden numbers takes at most; most need a few. */
    private static final int SHORT = 50;

    /**
     * How many where shown numbers may vary, too, and what is not proved is tried again against a reader who knows less.
     * With 1,000 and 4,000 many more were not, and of 100,000 children it took no less time.
     */
    private static final int LONG = 20_000;

    /**
     * How many where those may vary that are not looked at first: what a stranger would miss goes only for what cannot be
     * proved so. With 500 two of twelve headlines of a thousand children went, with 2,000 none of them.
     */
    private static final int FOR_HEADLINES = 2_000;

    /** Bounds the time that is spent for headlines, where there are many children. */
    private static final int FAILURES = 1_000;

    /**
     * How many before all that hangs together is hidden, which no data seen so far came to. Few searches take long, and
     * what they find spares the others theirs; with fewer steps at first more is hidden, and it takes longer.
     */
    private static final int LAST = 2_000_000;

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
        prove(NO_SHOWN, SHORT, Integer.MAX_VALUE);
        if (alternatives.alsoKnownBefore()) {
            prove(Worth.HEADLINE, FOR_HEADLINES, FAILURES);
            prove(ALL_SHOWN, LAST, Integer.MAX_VALUE);
            left.forEach(this::giveUp);
        } else {
            prove(ALL_SHOWN, LONG, Integer.MAX_VALUE);
        }
        left.clear();
        return hidden.size() > before;
    }

    /**
     * Tries all that is left.
     *
     * @param below shown numbers may vary that are worth less
     * @param failures after so many that were not proved no other is tried
     */
    private void prove(int below, int steps, int failures) {
        if (left.isEmpty()) {
            return;
        }
        alternatives.look(below);
        List<Target> failed = new ArrayList<>();
        for (Target target : left) {
            if (failed.size() < failures && isSafe(target, steps)) {
                proved.add(target);
            } else {
                failed.add(target);
            }
        }
        left.clear();
        left.addAll(failed);
    }

    private boolean isSafe(Target target, int steps) {
        return target.isCell()
                ? alternatives.safe(target.place(), steps)
                : alternatives.differenceIsSafe(target.place(), steps);
    }

    /** Hides all that hangs together with what could not be proved: then a multiple of all of it is another table. */
    private void giveUp(Target target) {
        int cell = target.isCell() ? target.place() : system.relations().whole(target.place());
        hidden.hideAllThatHangsTogether(cell, HiddenBecause.COMBINED);
    }
}
