package org.osteocohort.statistics;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some ages in completed years, both ends included.
 *
 * @param firstAge zero or more
 * @param lastAge not below the first
 */
public record AgeBand(int firstAge, int lastAge) implements Serializable {
    private static final Pattern LABEL = Pattern.compile("(\\d{1,3})-(\\d{1,3})");

    public AgeBand {
        if (firstAge < 0 || lastAge < firstAge) {
            throw new IllegalArgumentException("an age band that ends before it begins");
        }
    }

    /**
     * The band of a label such as {@code 15-18}.
     *
     * @throws IllegalArgumentException when the label is none
     */
    public static AgeBand of(String label) {
        Matcher matcher = LABEL.matcher(label);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an age band that is not written like 15-18: " + label);
        }
        return new AgeBand(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public String label() {
        return firstAge + "-" + lastAge;
    }

    int years() {
        return lastAge - firstAge + 1;
    }

    /** How many years two bands have in common. */
    int sharedYears(AgeBand other) {
        return Math.max(0, Math.min(lastAge, other.lastAge) - Math.max(firstAge, other.firstAge) + 1);
    }
}
