package org.osteocohort.measure.prevalence;

import java.util.List;
import java.util.Locale;
import org.osteocohort.measure.population.Denominator;

/** Over which days a share is taken. */
public enum PrevalenceType {
    /** All contributed days of the period. */
    PERIOD,
    /** One day of the period. */
    POINT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** A point tells of one day, so that denominators which ask for other days of the period are of no use to it. */
    static List<PrevalenceType> of(Denominator denominator) {
        return switch (denominator) {
            case OBSERVED, REGULAR_CARE, DXA_TESTED -> List.of(PERIOD, POINT);
            case DAY_ONE, WHOLE_PERIOD -> List.of(PERIOD);
        };
    }

    public String label() {
        return label;
    }
}
