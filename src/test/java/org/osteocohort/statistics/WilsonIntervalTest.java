package org.osteocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonIntervalTest {
    @Test
    void sevenOfOneHundredTwentyIsAsInAnIndependentImplementation() {
        ProportionInterval interval = ProportionMethod.WILSON.interval(7, 120);
        assertThat(interval.estimate()).isEqualTo(7.0 / 120);
        assertThat(interval.low()).isCloseTo(0.02854101, within(5e-9));
        assertThat(interval.high()).isCloseTo(0.11552592, within(5e-9));
    }

    @Test
    void nobodyOfSomeStillHasAnUpperBound() {
        ProportionInterval interval = ProportionMethod.WILSON.interval(0, 15);
        // z^2 / (n + z^2) with z = 1.959964, worked out by hand.
        assertThat(interval.low()).isEqualTo(0);
        assertThat(interval.high()).isCloseTo(3.841458821 / 18.841458821, within(1e-9));
        assertThat(interval.estimable()).isTrue();
    }

    @Test
    void allOfSomeHasOneAsItsUpperBound() {
        ProportionInterval interval = ProportionMethod.WILSON.interval(15, 15);
        assertThat(interval.low()).isCloseTo(15 / 18.841458821, within(1e-9));
        assertThat(interval.high()).isEqualTo(1);
    }

    @Test
    void nobodyOfNobodyIsNotEstimable() {
        ProportionInterval interval = ProportionMethod.WILSON.interval(0, 0);
        assertThat(interval).isEqualTo(new ProportionInterval(null, null, null));
        assertThat(interval.estimable()).isFalse();
    }
}
