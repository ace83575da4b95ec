package org.osteocohort.measure.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one number of a {@link Tally} counts: the measure that counts it, and the cell in that measure's own terms. */
public record TallyKey(String measure, List<String> parts) implements Comparable<TallyKey> {
    private static final char SEPARATOR = '|';
    private static final char ESCAPE = '\\';
    /** The prime of the hash by Fowler, Noll and Vo (FNV-1a, 32 bits). */
    private static final int MIXING_PRIME = 0x01000193;

    public TallyKey {
        Objects.requireNonNull(measure, "measure");
        parts = List.copyOf(parts);
    }

    public static TallyKey of(String measure, String... parts) {
        return new TallyKey(measure, List.of(parts));
    }

    /**
     * The hash of lists gives the same number to many cells, whose parts are alike and differ by one, as years and ages
     * do; this one spreads them.
     */
    @Override
    public int hashCode() {
        int hash = measure.hashCode();
        for (String part : parts) {
            hash = (hash ^ part.hashCode()) * MIXING_PRIME;
        }
        return hash;
    }

    /** The parts in one text, from which {@link #split} makes them again. */
    public String joinedParts() {
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

    @Override
    public int compareTo(TallyKey other) {
        int byMeasure = measure.compareTo(other.measure);
        for (int position = 0; byMeasure == 0 && position < Math.min(parts.size(), other.parts.size()); position++) {
            int byPart = parts.get(position).compareTo(other.parts.get(position));
            if (byPart != 0) {
                return byPart;
            }
        }
        return byMeasure != 0 ? byMeasure : Integer.compare(parts.size(), other.parts.size());
    }
}
