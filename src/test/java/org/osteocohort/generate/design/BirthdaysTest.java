package org.osteocohort.generate.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthdaysTest {
    @ParameterizedTest
    @CsvSource({
        "2008-02-29, 10, 2018-03-01",
        "2008-02-29, 12, 2020-02-29",
        "2008-02-28, 10, 2018-02-28",
        "2008-03-01, 10, 2018-03-01",
        "2008-02-29,  0, 2008-02-29",
    })
    void whoIsBornOnALeapDayTurnsAYearOlderOnTheFirstOfMarch(LocalDate birth, int years, LocalDate birthday) {
        assertThat(Birthdays.birthday(birth, years)).isEqualTo(birthday);
    }

    @ParameterizedTest
    @CsvSource({
        "2008-02-29, 2018-02-28, 9",
        "2008-02-29, 2018-03-01, 10",
        "2008-06-15, 2018-06-14, 9",
        "2008-06-15, 2018-06-15, 10",
        "2008-06-15, 2008-06-15, 0",
    })
    void ageIsCountedInCompletedYears(LocalDate birth, LocalDate day, int age) {
        assertThat(Birthdays.age(birth, day)).isEqualTo(age);
    }
}
