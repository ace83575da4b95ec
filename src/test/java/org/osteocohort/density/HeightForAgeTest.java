package org.osteocohort.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.Sex;

class HeightForAgeTest {
    private static final HeightForAge CHARTS = HeightForAge.cdc2000();

    /** From the percentile columns of the CDC's own table, statage; the 5th percentile lies at -1.644854. */
    @ParameterizedTest
    @CsvSource({
        // sex,   months, centimetres, Z
        "  MALE,   24,    80.72977,    -1.644854",
        "  MALE,   24,    86.45220101,  0",
        "  MALE,   24,    92.19688,     1.644854",
        "  FEMALE, 24,    79.25982,    -1.644854",
        "  FEMALE, 24,    90.66355,     1.644854",
        "  MALE,   37.5,  89.77301,    -1.644854",
        "  MALE,   48.5,  109.522,      1.644854",
        "  FEMALE, 48.5,  94.04022,    -1.644854",
        "  MALE,   120.5, 138.8234114,  0",
        "  MALE,   240,   176.8492322,  0",
        "  FEMALE, 240,   152.650723,  -1.644854",
        "  FEMALE, 240,   163.338251,   0",
    })
    void publishedPercentilesAreMet(Sex sex, double ageMonths, double centimetres, double zScore) {
        assertThat(CHARTS.zScoreAtMonths(sex, ageMonths, centimetres).orElseThrow())
                .isCloseTo(zScore, within(1e-4));
    }

    @Test
    void aMonthIsATwelfthOfAYearOf365AndAQuarterDays() {
        assertThat(CHARTS.zScore(Sex.MALE, 7305, 176.8492322).orElseThrow()).isCloseTo(0, within(1e-9));
    }

    @Test
    void theChartsHoldFrom24To240MonthsOnly() {
        assertThat(CHARTS.zScore(Sex.MALE, 730, 86.5)).isEqualTo(OptionalDouble.empty());
        assertThat(CHARTS.zScore(Sex.MALE, 731, 86.5)).isPresent();
        assertThat(CHARTS.zScore(Sex.MALE, 7305, 176.8)).isPresent();
        assertThat(CHARTS.zScore(Sex.MALE, 7306, 176.8)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void anUnknownSexHasNoHeightForAge() {
        assertThat(CHARTS.zScore(Sex.UNKNOWN, 3650, 130)).isEqualTo(OptionalDouble.empty());
    }
}
