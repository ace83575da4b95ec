package org.osteocohort.measure.comparison;

import java.util.Locale;

/** What a comparison asks. */
public enum ComparisonKind {
    /** Whether prevalence rises or falls with age; the score of a band is its middle in years. */
    TREND_OVER_AGE_BANDS,
    /** Whether prevalence rises or falls over complete calendar years. */
    TREND_OVER_YEARS,
    PREVALENCE_RATIO,
    INCIDENCE_RATE_RATIO;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }
}
