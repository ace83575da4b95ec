package org.osteocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.statistics.StandardizedRate.Stratum;

class StandardizedRateTest {
    @Test
    void strataWithoutPopulationAreNamedAndNothingIsEstimated() {
        List<Stratum> strata = List.of(
                new Stratum("0-4 female", 10, 0, 0),
                new Stratum("0-4 male", 10, 3, 1000),
                new Stratum("5-9 female", 20, 0, 0),
                new Stratum("5-9 male", 20, 8, 1500));

        StandardizedRate rate = StandardizedRate.direct(strata, 10_000);

        assertThat(rate).isEqualTo(new StandardizedRate(null, null, null, List.of("0-4 female", "5-9 female")));
        assertThat(rate.estimable()).isFalse();
    }

    @Test
    void aStratumWithoutEventsIsNotAnEmptyStratum() {
        List<Stratum> strata = List.of(new Stratum("girls", 1, 0, 100), new Stratum("boys", 1, 4, 100));

        StandardizedRate rate = StandardizedRate.direct(strata, 100);

        assertThat(rate.estimate()).isEqualTo(2);
        assertThat(rate.emptyStrata()).isEmpty();
        assertThat(rate.estimable()).isTrue();
    }

    @Test
    void strataThatCannotBeAreRefused() {
        assertRefused(() -> new Stratum("girls", 1, 1, 0));
        assertRefused(() -> new Stratum("girls", 0, 1, 10));
        assertRefused(() -> new Stratum("girls", Double.NaN, 1, 10));
        assertRefused(() -> new Stratum("girls", 1, -1, 10));
        assertRefused(() -> new Stratum("girls", 1, 1, -10));
        assertRefused(() -> StandardizedRate.direct(List.of(), 1));
        assertRefused(() -> StandardizedRate.direct(List.of(new Stratum("girls", 1, 1, 10)), 0));
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class);
    }
}
