package org.osteocohort.measure.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one number of a {@link Tally} counts: the measure that counts it, and the cell in that measure's own terms. */
public record TallyKey(String measure, List<String> parts) {
    private static final char SEPARATOR = '|';
    private static final char ESCAPE = '\\';

    public TallyKey {
        Objects.requireNonNull(measure, "measure");
        parts = List.copyOf(parts);
    }

    public static TallyKey of(String measure, String... parts) {
        return new TallyKey(measure, List.of(parts));
    }

    /** Parts in one text, from which {@link #split} makes them again. */
    static String joined(List<String> parts) {
        StringBuilder joined = new StringBuilder();
        for (int position = 0; position < parts.size(); position++) {
            if (position > 0) {
                joined.append(SEPARATOR);
            }
            escape(parts.get(position), joined);
        }
        return joined.toString();
    }

    private static void escape(String part, StringBuilder joined) {
        for (int position = 0; position < part.length(); position++) {
            char character = part.charAt(position);
            if (character == SEPARATOR || character == ESCAPE) {
                joined.append(ESCAPE);
            }
            joined.append(character);
        }
    }

    public static List<String> split(String joined) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int position = 0; position < joined.length(); position++) {
            char character = joined.charAt(position);
            if (character == SEPARATOR) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(character == ESCAPE ? joined.charAt(++position) : character);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
