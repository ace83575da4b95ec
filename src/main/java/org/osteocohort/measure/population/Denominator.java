package org.osteocohort.measure.population;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whom a prevalence is a share of. Several stand side by side, since none is right for every question. */
public enum Denominator {
    /** At least one contributed day in the period. */
    OBSERVED {
        @Override
        boolean admits(Contribution child, ReportPeriod period) {
            return true;
        }
    },
    /** The first day of the period is contributed. */
    DAY_ONE {
        @Override
        boolean admits(Contribution child, ReportPeriod period) {
            return child.days().contains(period.start());
        }
    },
    /** Every day of the period is contributed. */
    WHOLE_PERIOD {
        @Override
        boolean admits(Contribution child, ReportPeriod period) {
            return child.days().covers(period.start(), period.end());
        }
    },
    /** Contributes a day, and is seen regularly: see {@link RegularCare}. */
    REGULAR_CARE {
        @Override
        boolean admits(Contribution child, ReportPeriod period) {
            return child.regularCare();
        }
    },
    /** Contributes a day on which a bone density with a Z-score is on record, not longer ago than the job looks back. */
    DXA_TESTED {
        @Override
        boolean admits(Contribution child, ReportPeriod period) {
            return child.tested();
        }
    };

    private static final String SEPARATOR = "+";
    /** By the set's bits, one for each denominator: the few sets there are stand for a child in every period. */
    private static final List<String> LABELS_OF_SETS = IntStream.range(0, 1 << values().length)
            .mapToObj(Denominator::joined)
            .toList();

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Whether a child who contributes a day to the period belongs; its days are those within the period. */
    abstract boolean admits(Contribution child, ReportPeriod period);

    public String label() {
        return label;
    }

    /** Every denominator that the child belongs to, as one word of a tally key. */
    public static String labelsOf(Contribution child, ReportPeriod period) {
        int set = 0;
        for (Denominator denominator : values()) {
            if (denominator.admits(child, period)) {
                set |= 1 << denominator.ordinal();
            }
        }
        return LABELS_OF_SETS.get(set);
    }

    private static String joined(int set) {
        return Arrays.stream(values())
                .filter(denominator -> (set & 1 << denominator.ordinal()) != 0)
                .map(Denominator::label)
                .collect(Collectors.joining(SEPARATOR));
    }

    public static List<String> split(String labels) {
        return List.of(labels.split("\\" + SEPARATOR));
    }

    /** The labels of the denominators that hold everybody whom the one with this label holds. */
    public static List<String> around(String label) {
        return switch (valueOf(label.toUpperCase(Locale.ROOT))) {
            case OBSERVED -> List.of();
            case WHOLE_PERIOD -> List.of(DAY_ONE.label(), OBSERVED.label());
            case DAY_ONE, REGULAR_CARE, DXA_TESTED -> List.of(OBSERVED.label());
        };
    }
}
