package org.osteocohort.cli;

import java.util.Locale;

/** Counts in words. */
final class Counted {
    private Counted() {}

    /** For example {@code 1,147}. */
    static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** For example {@code 1 problem} and {@code 1,156 rows}. */
    static String of(int count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
