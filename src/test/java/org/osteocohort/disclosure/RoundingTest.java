package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.statistics.ProportionInterval;
import org.osteocohort.statistics.ProportionMethod;

class RoundingTest {
    private static final int THRESHOLD = 11;

    @ParameterizedTest
    @CsvSource({"0, 0", "11, 15", "12, 15", "17, 15", "18, 20", "22, 20", "23, 25", "100, 100"})
    void aCountBecomesTheNearestMultipleOfFiveThatIsNotBelowTheThreshold(long count, long rounded) {
        assertThat(new Rounding(5, THRESHOLD).round(count)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"14, 10", "15, 20", "16, 20"})
    void halfwayGoesUp(long count, long rounded) {
        assertThat(new Rounding(10, 5).round(count)).isEqualTo(rounded);
    }

    private static CauseProfileRow shown(long numerator, long denominator) {
        ProportionInterval share = ProportionMethod.WILSON.interval(numerator, denominator);
        CauseProfileRow row = new CauseProfileRow(
                "ISCD_2019",
                "any",
                "lifestyle",
                "low_calcium",
                "all",
                "all",
                "all",
                numerator,
                denominator,
                share.estimate(),
                share.low(),
                share.high(),
                0.95,
                "wilson",
                "released");
        return (CauseProfileRow) new DisclosureControl(THRESHOLD, 5)
                .apply(List.of(new TableRows<>(CauseProfileRow.TABLE, List.of(row))))
                .tables()
                .get(0)
                .rows()
                .get(0);
    }

    @Test
    void aShareAndItsIntervalAreThoseOfTheRoundedCounts() {
        CauseProfileRow row = shown(23, 98);
        assertThat(row.numerator()).isEqualTo(25);
        assertThat(row.denominator()).isEqualTo(100);
        assertThat(row.estimate()).isEqualTo(0.25);
        assertThat(row.ciLow())
                .isEqualTo(ProportionMethod.WILSON.interval(25, 100).low());
        assertThat(row.ciHigh())
                .isEqualTo(ProportionMethod.WILSON.interval(25, 100).high());
        assertThat(row.valueStatus()).isEqualTo("released");
    }

    @Test
    void whatIsHiddenStaysHiddenAndSoDoesItsShare() {
        CauseProfileRow row = shown(7, 98);
        assertThat(row.numerator()).isNull();
        assertThat(row.denominator()).isEqualTo(100);
        assertThat(row.estimate()).isNull();
        assertThat(row.ciHigh()).isNull();
    }

    @Test
    void nobodyStaysNobody() {
        assertThat(shown(0, 98).numerator()).isZero();
    }

    @Test
    void aBaseBelowOneIsRefused() {
        assertThatThrownBy(() -> new DisclosureControl(THRESHOLD, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
