package org.osteocohort.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.osteocohort.measure.tally.ValueStatus;

class WilsonIntervalTest {
    @Test
    void sevenOfOneHundredTwentyIsAsInAnIndependentImplementation() {
        WilsonInterval interval = WilsonInterval.of(7, 120);
        assertThat(interval.estimate()).isEqualTo(7.0 / 120);
        assertThat(interval.low()).isCloseTo(0.02854101, within(5e-9));
        assertThat(interval.high()).isCloseTo(0.11552592, within(5e-9));
    }

    @Test
    void nobodyOfSomeStillHasAnUpperBound() {
        WilsonInterval interval = WilsonInterval.of(0, 15);
        // z^2 / (n + z^2) with z = 1.959964, worked out by hand.
        assertThat(interval.low()).isEqualTo(0);
        assertThat(interval.high()).isCloseTo(3.841458821 / 18.841458821, within(1e-9));
        assertThat(interval.status()).isEqualTo(ValueStatus.RELEASED);
    }

    @Test
    void allOfSomeHasOneAsItsUpperBound() {
        WilsonInterval interval = WilsonInterval.of(15, 15);
        assertThat(interval.low()).isCloseTo(15 / 18.841458821, within(1e-9));
        assertThat(interval.high()).isEqualTo(1);
    }

    @Test
    void nobodyOfNobodyIsNotEstimable() {
        assertThat(WilsonInterval.of(0, 0)).isEqualTo(new WilsonInterval(null, null, null));
        assertThat(WilsonInterval.of(0, 0).status()).isEqualTo(ValueStatus.NOT_ESTIMABLE);
    }

    @Test
    void moreThanAllIsRefused() {
        assertThatThrownBy(() -> WilsonInterval.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WilsonInterval.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
