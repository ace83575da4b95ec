package org.osteocohort.statistics;

/** What can be counted and measured: never negative, never endless. */
final class Amounts {
    private Amounts() {}

    static void requireCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a count below zero");
        }
    }

    static void requireAmount(double amount) {
        if (!Double.isFinite(amount) || amount < 0) {
            throw new IllegalArgumentException("an amount that is not a finite number of zero or more");
        }
    }

    static void requireAboveZero(double amount) {
        if (!Double.isFinite(amount) || amount <= 0) {
            throw new IllegalArgumentException("an amount that is not a finite number above zero");
        }
    }

    /** A part of a whole. */
    static void requireWithin(long count, long total) {
        if (count < 0 || count > total) {
            throw new IllegalArgumentException("a count outside 0 and its total");
        }
    }
}
