package org.osteocohort.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LmsReferenceTest {
    private static final LmsReference REFERENCE =
            new LmsReference(Map.of(8.0, new Lms(1, 0.60, 0.10), 9.0, new Lms(3, 0.64, 0.12)));

    @ParameterizedTest
    @CsvSource({
        // L,   M,    S,    value, Z
        "  1,   0.60, 0.10, 0.60,  0",
        "  1,   0.60, 0.10, 0.48, -2",
        "  1,   0.60, 0.10, 0.66,  1",
        "  2,   1.00, 0.10, 1.20,  2.2",
        " -1,   1.00, 0.10, 1.25,  2",
        "  0,   1.00, 0.10, 1.221402758160170, 2",
    })
    void theZScoreFollowsTheLmsFormula(double power, double median, double variation, double value, double zScore) {
        Lms lms = new Lms(power, median, variation);

        assertThat(lms.zScore(value)).isCloseTo(zScore, within(1e-12));
        assertThat(lms.value(zScore)).isCloseTo(value, within(1e-12));
    }

    @Test
    void aPowerNextToZeroIsTakenAsTheLogarithm() {
        double logarithm = new Lms(0, 1, 0.1).zScore(1.3);

        assertThat(new Lms(9.9e-7, 1, 0.1).zScore(1.3)).isEqualTo(logarithm);
        assertThat(new Lms(-9.9e-7, 1, 0.1).zScore(1.3)).isEqualTo(logarithm);
        assertThat(new Lms(1e-6, 1, 0.1).zScore(1.3)).isNotEqualTo(logarithm).isCloseTo(logarithm, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({
        // age,   L,   M,    S
        "  8,     1,   0.60, 0.10",
        "  8.25,  1.5, 0.61, 0.105",
        "  9,     3,   0.64, 0.12",
    })
    void parametersLieOnAStraightLineBetweenTwoAges(double age, double power, double median, double variation) {
        assertThat(REFERENCE.at(age)).hasValueSatisfying(lms -> {
            assertThat(lms.power()).isCloseTo(power, within(1e-12));
            assertThat(lms.median()).isCloseTo(median, within(1e-12));
            assertThat(lms.variation()).isCloseTo(variation, within(1e-12));
        });
    }

    @Test
    void nothingIsExtrapolated() {
        assertThat(REFERENCE.at(7.999)).isEmpty();
        assertThat(REFERENCE.at(9.001)).isEmpty();
        assertThat(REFERENCE.zScore(9.001, 0.6)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void aValueAtOrBelowZeroIsRefused() {
        assertThatThrownBy(() -> new Lms(1, 1, 0.1).zScore(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lms(1, 0, 0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lms(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
