package org.osteocohort.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.testkit.Histories;

class DecimalAgeTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // born,      day,        years
                "2010-01-10, 2010-01-10, 0",
                "2010-01-10, 2020-01-09, 9.9972603",
                "2010-01-10, 2020-01-10, 10",
                "2010-01-10, 2020-07-11, 10.5",
                "2012-02-29, 2022-02-28, 9.9972603",
                "2012-02-29, 2022-03-01, 10",
                "2012-02-29, 2024-02-29, 12",
                "2010-01-10, 2010-01-09, none",
                "2010-01,    2020-01-01, 10",
                "2010,       2020-01-01, none",
                "unknown,    2020-01-01, none",
            })
    void isWholeOnBirthdays(String born, LocalDate day, Double years) {
        OptionalDouble age =
                DecimalAge.of(Histories.parse("born " + born + " male").patient(), day);

        if (years == null) {
            assertThat(age).isEmpty();
        } else {
            assertThat(age.orElseThrow()).isCloseTo(years, within(1e-7));
        }
    }
}
