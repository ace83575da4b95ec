package org.osteocohort.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an extract was made safe, as its owner declares it.
 *
 * @param dateShiftDays the most days by which a child's dates were moved; null when they were not, or it is not told
 */
public record Deidentification(Profile profile, Integer dateShiftDays) {
    /** Dates as they were: what study data usually are. */
    public static final Deidentification LIMITED_DATA_SET = new Deidentification(Profile.LIMITED_DATA_SET, null);

    public Deidentification {
        Objects.requireNonNull(profile, "profile");
    }

    /** The kinds of de-identification that US law and practice know; after 45 CFR 164.514. */
    public enum Profile {
        /** None of the eighteen identifiers; of dates the year only. */
        SAFE_HARBOR,
        /** Real dates, and of the place of living the town and ZIP code. */
        LIMITED_DATA_SET,
        /** None of the eighteen identifiers, and all dates of a child moved by the same number of days. */
        SHIFTED,
        /** The people are invented, so nothing identifies anybody and nothing is looked for. */
        SYNTHETIC;

        /** As a job writes it: {@code limited-data-set}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Profile> of(String label) {
            return Arrays.stream(values())
                    .filter(profile -> profile.label().equalsIgnoreCase(label))
                    .findFirst();
        }

        static String labels() {
            return Arrays.stream(values()).map(Profile::label).collect(Collectors.joining(", "));
        }
    }
}
