package org.osteocohort.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
    @ParameterizedTest(name = "born {0}, on {1}: {2} years")
    @CsvSource({
        "2010-05-10, 2020-05-09, 9",
        "2010-05-10, 2020-05-10, 10",
        "2010-05-10, 2020-05-11, 10",
        "2010-05-10, 2010-05-10, 0",
        "2010-05-10, 2010-05-09, -1",
        "2012-02-29, 2022-02-28, 9",
        "2012-02-29, 2022-03-01, 10",
        "2012-02-29, 2024-02-28, 11",
        "2012-02-29, 2024-02-29, 12",
        "2010-12-31, 2020-01-01, 9"
    })
    void yearsAreCompletedOnTheBirthday(LocalDate birthDate, LocalDate day, int years) {
        assertThat(Age.completedYears(birthDate, day)).isEqualTo(years);
    }

    @ParameterizedTest(name = "born {0}: {1} years on {2}")
    @CsvSource({
        "2012-02-29, 10, 2022-03-01",
        "2012-02-29, 12, 2024-02-29",
        "2011-02-28, 13, 2024-02-28",
        "2010-05-10, 19, 2029-05-10",
        "2000-02-29, 100, 2100-03-01"
    })
    void aLeapDayBirthdayFallsOnTheFirstOfMarchInOtherYears(LocalDate birthDate, int years, LocalDate birthday) {
        assertThat(Age.birthday(birthDate, years)).isEqualTo(birthday);
    }

    @ParameterizedTest(name = "born {0}, on {1}: {2} days")
    @CsvSource({"2020-02-28, 2020-02-28, 0", "2020-02-28, 2020-03-01, 2", "2021-02-28, 2021-03-01, 1"})
    void daysAreCountedFromTheDayOfBirth(LocalDate birthDate, LocalDate day, long days) {
        assertThat(Age.days(birthDate, day)).isEqualTo(days);
    }
}
