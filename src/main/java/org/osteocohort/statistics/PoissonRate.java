package org.osteocohort.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Events per so many person-years with the exact Poisson interval, unrounded. All three numbers are null when nobody was
 * observed for any time.
 *
 * <p>Source: Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936;28:437-442, in the form with
 * quantiles of chi-square: Ulm K. Am J Epidemiol 1990;131:373-375.
 */
public record PoissonRate(Double estimate, Double low, Double high) {
    /** The method's name in report rows. */
    public static final String METHOD = "exact_poisson";

    private static final PoissonRate NOT_ESTIMABLE = new PoissonRate(null, null, null);

    /**
     * The rate of events in an observed time.
     *
     * @param personYears observed time, zero or more
     * @param per person-years that the rate is told for, for example 10,000
     * @throws IllegalArgumentException when a number is negative or not finite, or {@code per} is zero
     */
    public static PoissonRate of(long events, double personYears, double per) {
        Amounts.requireCount(events);
        Amounts.requireAmount(personYears);
        Amounts.requireAboveZero(per);
        if (personYears == 0) {
            return NOT_ESTIMABLE;
        }
        double scale = per / personYears;
        return new PoissonRate(events * scale, low(events) * scale, high(events) * scale);
    }

    public boolean estimable() {
        return estimate != null;
    }

    private static double low(long events) {
        return events == 0
                ? 0
                : ChiSquaredDistribution.of(2.0 * events).inverseCumulativeProbability(Confidence.TAIL) / 2;
    }

    private static double high(long events) {
        return ChiSquaredDistribution.of(2.0 * events + 2).inverseSurvivalProbability(Confidence.TAIL) / 2;
    }
}
