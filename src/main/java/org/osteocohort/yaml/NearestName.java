package org.osteocohort.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant when another one was written. */
final class NearestName {
    private static final int FARTHEST = 2;

    private NearestName() {}

    /** The first of the nearest names; empty when none is near enough to be a slip of the pen. */
    static Optional<String> to(String written, Collection<String> names) {
        String nearest = null;
        int least = FARTHEST + 1;
        for (String name : names) {
            int distance = distance(plain(written), plain(name));
            // Half of a short name wrong is another name.
            if (distance < least && 2 * distance < name.length()) {
                nearest = name;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Case and word separators are matters of style: {@code min_age_years} means {@code minAgeYears}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** The Levenshtein distance: how many letters must be inserted, deleted or replaced. */
    private static int distance(String first, String second) {
        int[] above = new int[second.length() + 1];
        for (int column = 0; column <= second.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= first.length(); row++) {
            int[] current = new int[second.length() + 1];
            current[0] = row;
            for (int column = 1; column <= second.length(); column++) {
                int replaced = first.charAt(row - 1) == second.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(above[column - 1] + replaced, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[second.length()];
    }
}
