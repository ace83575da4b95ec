package org.osteocohort.statistics;

/**
 * The ratio of two rates with the exact interval, unrounded. Given the events of both groups together, those of the
 * first are binomial; the exact interval of that proportion, told as odds, is the interval of the ratio.
 *
 * <p>All three numbers are null when nothing happened in either group or nobody was observed in one. When nothing
 * happened in the reference group only, ratio and upper bound are endless and therefore null, but the lower bound is
 * known.
 *
 * <p>Source: Przyborowski J, Wilenski H. Homogeneity of results in testing samples from Poisson series. Biometrika
 * 1940;31:313-323; Rothman KJ, Greenland S, Lash TL. Modern Epidemiology, 3rd ed., chapter 14. As R's poisson.test.
 */
public record RateRatio(Double estimate, Double low, Double high) {
    /** The method's name in report rows. */
    public static final String METHOD = "exact_conditional";

    private static final RateRatio NOT_ESTIMABLE = new RateRatio(null, null, null);

    /**
     * The rate of one group over that of a reference group.
     *
     * @param time observed person-time, in the same unit in both groups, zero or more
     * @throws IllegalArgumentException when a number is negative or a time not finite
     */
    public static RateRatio of(long events, double time, long referenceEvents, double referenceTime) {
        Amounts.requireCount(events);
        Amounts.requireCount(referenceEvents);
        Amounts.requireAmount(time);
        Amounts.requireAmount(referenceTime);
        long all = Math.addExact(events, referenceEvents);
        if (all == 0 || time == 0 || referenceTime == 0) {
            return NOT_ESTIMABLE;
        }
        double timeRatio = referenceTime / time;
        // One minus a bound is the other bound of the other group's share; taken from there, no digit is lost near 1.
        double low = ClopperPearsonInterval.low(events, all) / ClopperPearsonInterval.high(referenceEvents, all);
        if (referenceEvents == 0) {
            return new RateRatio(null, low * timeRatio, null);
        }
        double high = ClopperPearsonInterval.high(events, all) / ClopperPearsonInterval.low(referenceEvents, all);
        double estimate = (double) events / referenceEvents * timeRatio;
        return new RateRatio(estimate, low * timeRatio, high * timeRatio);
    }

    public boolean estimable() {
        return estimate != null;
    }
}
