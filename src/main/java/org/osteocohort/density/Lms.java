package org.osteocohort.density;

import java.io.Serializable;

/**
 * A skewed normal distribution at one age, as growth references publish it (Cole and Green 1992).
 *
 * @param power L, the Box-Cox power; without unit
 * @param median M, in the unit of the measure
 * @param variation S, the coefficient of variation; without unit
 */
record Lms(double power, double median, double variation) implements Serializable {
    /** Below this, the power counts as zero and the measure as log-normal (clinical reference 8.1). */
    private static final double ZERO_POWER = 1e-6;

    Lms {
        if (!(Double.isFinite(power) && median > 0 && variation > 0)) {
            throw new IllegalArgumentException("a reference needs a finite L, and M and S above zero");
        }
    }

    /** The Z-score of a measured value above zero, in standard deviations. */
    double zScore(double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("a measured value is above zero");
        }
        double ratio = value / median;
        return Math.abs(power) < ZERO_POWER
                ? Math.log(ratio) / variation
                : (Math.pow(ratio, power) - 1) / (power * variation);
    }

    /** The value at a Z-score; not a number where the distribution does not reach so far. */
    double value(double zScore) {
        return Math.abs(power) < ZERO_POWER
                ? median * Math.exp(variation * zScore)
                : median * Math.pow(1 + power * variation * zScore, 1 / power);
    }

    /** The distribution at a share of the way to another one, each parameter on a straight line. */
    Lms towards(Lms other, double share) {
        return new Lms(
                power + share * (other.power - power),
                median + share * (other.median - median),
                variation + share * (other.variation - variation));
    }
}
