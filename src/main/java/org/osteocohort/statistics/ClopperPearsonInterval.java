package org.osteocohort.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The exact interval of a proportion: the proportions that a binomial test would not reject, from quantiles of the beta
 * distribution. The library finds these to about 15 digits, and to 8 digits for a few children in thousands of millions.
 *
 * <p>Source: Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the case of the binomial.
 * Biometrika 1934;26:404-413.
 */
final class ClopperPearsonInterval {
    private ClopperPearsonInterval() {}

    /** The interval of a count within 0 and a total above zero. */
    static ProportionInterval of(long count, long total) {
        return new ProportionInterval((double) count / total, low(count, total), high(count, total));
    }

    static double low(long count, long total) {
        return count == 0
                ? 0
                : BetaDistribution.of(count, total - count + 1.0).inverseCumulativeProbability(Confidence.TAIL);
    }

    static double high(long count, long total) {
        return count == total
                ? 1
                : BetaDistribution.of(count + 1.0, (double) total - count).inverseSurvivalProbability(Confidence.TAIL);
    }
}
