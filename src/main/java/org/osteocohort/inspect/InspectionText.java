package org.osteocohort.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of an inspection. Small counts are hidden, since the text may well be shared. */
final class InspectionText {
    /** Counts below are shown as a bound only, as in the reports. */
    static final long THRESHOLD = 11;

    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    void title(String title) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(title);
    }

    void sentence(String sentence) {
        lines.add("  " + sentence);
    }

    void line(String name, String text) {
        lines.add(String.format(Locale.ROOT, "  %-34s %s", name, text));
    }

    static String shown(long count) {
        return count > 0 && count < THRESHOLD ? "<" + THRESHOLD : String.format(Locale.ROOT, "%,d", count);
    }

    /** A share tells its count, so a small count has none. */
    static String share(long part, long whole) {
        long rest = whole - part;
        boolean small = part > 0 && part < THRESHOLD || rest > 0 && rest < THRESHOLD;
        return small || whole == 0
                ? "a share that is not shown"
                : String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
    }
}
