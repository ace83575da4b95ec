package org.osteocohort.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How sure the intervals are: one level for all of them, so that the columns of a report agree. */
public final class Confidence {
    /** Two-sided, as is usual in epidemiology. */
    public static final double LEVEL = 0.95;

    /** The probability beyond each end of an interval. */
    static final double TAIL = (1 - LEVEL) / 2;

    /** Half the width of an interval of a standard normal variable, about 1.96. */
    static final double NORMAL_QUANTILE = NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);

    private Confidence() {}
}
