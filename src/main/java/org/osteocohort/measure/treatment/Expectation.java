package org.osteocohort.measure.treatment;

import java.util.Locale;

/** What the clinic page that the study started from expects: whom it evaluates or treats. */
public enum Expectation {
    /** "All are evaluated": every child falls short who is not. */
    ALL(1.0),
    /** "Most are treated": more than half. */
    MOST(0.5);

    private final String label = name().toLowerCase(Locale.ROOT);

    private final double share;

    Expectation(double share) {
        this.share = share;
    }

    /** The expectation of this name in a report table. */
    public static Expectation ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** The share of children from which on nothing is amiss. */
    public double share() {
        return share;
    }

    /** By how much a share stays below what is expected; zero when it does not. */
    double gap(double estimate) {
        return Math.max(0, share - estimate);
    }

    String label() {
        return label;
    }
}
