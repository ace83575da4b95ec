package org.osteocohort.measure.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whom a prevalence is a share of. Several stand side by side, since none is right for every question. */
public enum Denominator {
    /** At least one contributed day in the period. */
    OBSERVED {
        @Override
        public boolean admits(ObservedTime contributed, ReportPeriod period) {
            return !contributed.none();
        }
    },
    /** The first day of the period is contributed. */
    DAY_ONE {
        @Override
        public boolean admits(ObservedTime contributed, ReportPeriod period) {
            return contributed.contains(period.start());
        }
    },
    /** Every day of the period is contributed. */
    WHOLE_PERIOD {
        @Override
        public boolean admits(ObservedTime contributed, ReportPeriod period) {
            return contributed.covers(period.start(), period.end());
        }
    };

    private static final String SEPARATOR = "+";

    /** Whether the child belongs, by the contributed days within the period. */
    public abstract boolean admits(ObservedTime contributed, ReportPeriod period);

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every denominator that the child belongs to, as one word of a tally key. */
    public static String labelsOf(ObservedTime contributed, ReportPeriod period) {
        List<String> labels = new ArrayList<>();
        for (Denominator denominator : values()) {
            if (denominator.admits(contributed, period)) {
                labels.add(denominator.label());
            }
        }
        return String.join(SEPARATOR, labels);
    }

    public static List<String> split(String labels) {
        return List.of(labels.split("\\" + SEPARATOR));
    }
}
