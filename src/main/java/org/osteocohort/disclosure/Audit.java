package org.osteocohort.disclosure;

/**
 * Sees to it that nobody who reads all reports can tell a hidden number, and hides more where somebody might.
 *
 * <p>A hidden small count is safe when it may as well be another number: there are tables of whole numbers that agree
 * with all that is published, in which it has at least as many different values as the threshold is high, from the
 * lowest to the highest, and a count that is not small is among them. So a reader cannot even tell that it is small.
 * (Zeros are shown, so the lowest value is 1 and not 0.) The same holds for a small difference of two numbers, and for a
 * small change since an earlier run. Of any other hidden number there must be one table in which it is another one.
 *
 * <p>However many numbers hang together, such tables are looked for ({@link Proofs}), and each one found is a proof
 * against every reader, whatever he computes. There are two readers: one expects that what an earlier run showed is the
 * same now, so that such numbers do not protect from him; the other does not.
 *
 * <p>Not protected against: a reader who knows this program can reason about why a number is hidden (it is small, or
 * stands beside one that is; which, and how small, remains open), and one who knows some of the children.
 */
final class Audit {
    private final Proofs expecting;
    private final Proofs proofs;

    Audit(CellSystem system, int threshold, HiddenCells hidden, Change change, Choice choice) {
        Alternatives all = new Alternatives(system, threshold, hidden, change, choice, true);
        Alternatives less = new Alternatives(system, threshold, hidden, change, choice, false);
        this.expecting = change.someKnownBefore() ? new Proofs(system, threshold, hidden, less, null) : null;
        this.proofs = new Proofs(system, threshold, hidden, all, expecting);
    }

    /** Whether something was not proved and more is hidden now, so that single relations must be looked at again. */
    boolean hidesMore() {
        return expecting != null && expecting.hideMore() || proofs.hideMore();
    }
}
