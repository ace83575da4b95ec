package org.osteocohort.measure.comparison;

import org.osteocohort.statistics.RateRatio;
import org.osteocohort.statistics.RiskRatio;
import org.osteocohort.statistics.TrendTest;

/** What a comparison found; null what does not apply or cannot be estimated. */
record ComparisonResult(
        Double statistic, Double estimate, Double low, Double high, Double pValue, String method, boolean estimable) {
    static ComparisonResult of(TrendTest test) {
        return new ComparisonResult(test.z(), null, null, null, test.pValue(), TrendTest.METHOD, test.estimable());
    }

    static ComparisonResult ofPrevalence(ComparedCounts level, ComparedCounts reference) {
        RiskRatio ratio =
                RiskRatio.of(level.numerator(), level.denominator(), reference.numerator(), reference.denominator());
        return new ComparisonResult(
                null, ratio.estimate(), ratio.low(), ratio.high(), null, RiskRatio.METHOD, ratio.estimable());
    }

    static ComparisonResult ofIncidence(ComparedCounts level, ComparedCounts reference) {
        RateRatio ratio =
                RateRatio.of(level.numerator(), level.personDays(), reference.numerator(), reference.personDays());
        return new ComparisonResult(
                null, ratio.estimate(), ratio.low(), ratio.high(), null, RateRatio.METHOD, ratio.estimable());
    }
}
