package org.osteocohort.measure;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.osteocohort.measure.tally.ValueStatus;

/**
 * A proportion with Wilson's score interval, unrounded. All three numbers are null when nobody is in the denominator.
 */
public record WilsonInterval(Double estimate, Double low, Double high) {
    /** The method's name in report rows. */
    public static final String METHOD = "wilson";

    /** Two-sided, as is usual in epidemiology. */
    public static final double LEVEL = 0.95;

    /**
     * The interval of {@code count} among {@code total}.
     *
     * @throws IllegalArgumentException when the count is not within 0 and the total
     */
    public static WilsonInterval of(long count, long total) {
        if (count < 0 || count > total) {
            throw new IllegalArgumentException("a count outside 0 and its total");
        }
        if (total == 0) {
            return new WilsonInterval(null, null, null);
        }
        Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(total), Math.toIntExact(count), 1 - LEVEL);
        // The formula gives exactly 0 and 1 at the ends, where the arithmetic leaves a trace of rounding.
        double low = count == 0 ? 0 : interval.getLowerBound();
        double high = count == total ? 1 : interval.getUpperBound();
        return new WilsonInterval((double) count / total, low, high);
    }

    public ValueStatus status() {
        return estimate == null ? ValueStatus.NOT_ESTIMABLE : ValueStatus.RELEASED;
    }
}
