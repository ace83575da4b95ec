package org.osteocohort.source.omop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDateTest {
    @ParameterizedTest(name = "{0}-{1}-{2}, written {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                // year, month, day, written, birth date, precision
                "2010,  4,  9, -,          2010-04-09, DAY",
                "2010,  4,  -, -,          2010-04-01, MONTH",
                "2010,  -,  -, -,          2010-01-01, YEAR",
                "2010,  -,  9, -,          2010-01-01, YEAR",
                "-,     -,  -, 2010-04-09, 2010-04-09, DAY",
                // A written date fills in what is missing ...
                "2010,  -,  -, 2010-04-09, 2010-04-09, DAY",
                "2010,  4,  -, 2010-04-09, 2010-04-09, DAY",
                // ... but not the first of the year or month, which stands for "unknown" ...
                "2010,  -,  -, 2010-01-01, 2010-01-01, YEAR",
                "2010,  4,  -, 2010-04-01, 2010-04-01, MONTH",
                // ... and never against the parts.
                "2010,  4,  9, 2011-12-13, 2010-04-09, DAY",
                "2010,  4,  -, 2010-05-09, 2010-04-01, MONTH",
                "2010,  -,  -, 2011-05-09, 2010-01-01, YEAR",
                // Impossible parts are unknown parts.
                "2010,  2, 30, -,          2010-02-01, MONTH",
                "2010, 13,  1, -,          2010-01-01, YEAR",
                "2012,  2, 29, -,          2012-02-29, DAY",
                "0,     4,  9, 2010-04-09, 2010-04-09, DAY",
            })
    void theBirthDateIsAsExactAsItIsKnown(
            Long year, Long month, Long day, LocalDate written, LocalDate date, String precision) {
        assertThat(BirthDate.of(year, month, day, written)).hasValueSatisfying(birth -> {
            assertThat(birth.date()).isEqualTo(date);
            assertThat(birth.precision()).hasToString(precision);
        });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -, -", "-, 4, 9", "10000, 4, 9", "-5, 4, 9"})
    void withoutAYearNothingIsKnown(Long year, Long month, Long day) {
        assertThat(BirthDate.of(year, month, day, null)).isEmpty();
    }
}
