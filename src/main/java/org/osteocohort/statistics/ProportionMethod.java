package org.osteocohort.statistics;

import java.util.Locale;

/** How the interval of a proportion is computed. */
public enum ProportionMethod {
    /** Covers 95 % on average and is short; the default of prevalence. See {@link WilsonInterval}. */
    WILSON,
    /** Covers at least 95 % always and is longer; for regulators who ask for exact. See {@link ClopperPearsonInterval}. */
    CLOPPER_PEARSON;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The method's name in settings and report rows. */
    public String label() {
        return label;
    }

    /**
     * The proportion of {@code count} among {@code total}; not estimable when the total is zero.
     *
     * @throws IllegalArgumentException when the count is not within 0 and the total
     */
    public ProportionInterval interval(long count, long total) {
        Amounts.requireWithin(count, total);
        if (total == 0) {
            return ProportionInterval.NOT_ESTIMABLE;
        }
        return switch (this) {
            case WILSON -> WilsonInterval.of(count, total);
            case CLOPPER_PEARSON -> ClopperPearsonInterval.of(count, total);
        };
    }
}
