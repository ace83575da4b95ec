package org.osteocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImpossibleInputTest {
    @Test
    void countsThatCannotBeAreRefused() {
        assertRefused(() -> ProportionMethod.WILSON.interval(2, 1));
        assertRefused(() -> ProportionMethod.CLOPPER_PEARSON.interval(-1, 1));
        assertRefused(() -> PoissonRate.of(-1, 1, 1));
        assertRefused(() -> PoissonRate.of(1, -1, 1));
        assertRefused(() -> PoissonRate.of(1, Double.NaN, 1));
        assertRefused(() -> PoissonRate.of(1, 1, 0));
        assertRefused(() -> RateRatio.of(-1, 1, 1, 1));
        assertRefused(() -> RateRatio.of(1, 1, 1, Double.POSITIVE_INFINITY));
        assertRefused(() -> RiskRatio.of(2, 1, 1, 1));
        assertRefused(() -> RiskRatio.of(1, 1, 2, 1));
        assertRefused(() -> new TrendTest.Group(1, 2, 1));
        assertRefused(() -> new TrendTest.Group(Double.NaN, 1, 1));
        assertRefused(() -> CohenKappa.of(new long[][] {{1, 2}}));
        assertRefused(() -> CohenKappa.of(new long[][] {{1, -2}, {1, 1}}));
    }

    @Test
    void withoutGroupsThereIsNoTrend() {
        assertThat(TrendTest.cochranArmitage(List.of()).estimable()).isFalse();
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class);
    }
}
