package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.testkit.Histories;
import org.osteocohort.testkit.RandomHistories;
import org.osteocohort.testkit.ShippedStudy;

/** Birthdays decide who is a case; they depend on the calendar alone, on no zone and no language of the machine. */
@Isolated("sets the time zone and the language of all Java")
class BirthdayTest {
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final Locale LOCALE = Locale.getDefault();

    @AfterEach
    void restoreTheMachine() {
        TimeZone.setDefault(ZONE);
        Locale.setDefault(LOCALE);
    }

    /** Each day of four years, with a leap day in one of them, and of the turn of a century that is no leap year. */
    @Test
    void aBirthdayIsTheFirstDayOfANewAge() {
        for (LocalDate born : days("2011-01-01", "2014-12-31", "2096-01-01", "2096-12-31")) {
            for (int years = 0; years <= 21; years++) {
                LocalDate birthday = Age.birthday(born, years);
                assertThat(Age.completedYears(born, birthday))
                        .as("%s at %d", born, years)
                        .isEqualTo(years);
                assertThat(Age.completedYears(born, birthday.minusDays(1)))
                        .as("%s before %d", born, years)
                        .isEqualTo(years - 1);
            }
        }
    }

    @Test
    void onlyTheLeapDayHasNoDayOfItsOwnInOtherYears() {
        for (LocalDate born : days("2011-01-01", "2014-12-31")) {
            for (int years = 0; years <= 21; years++) {
                LocalDate birthday = Age.birthday(born, years);
                boolean leapDay = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
                boolean sameDay =
                        birthday.getMonth() == born.getMonth() && birthday.getDayOfMonth() == born.getDayOfMonth();
                assertThat(sameDay).as("%s at %d", born, years).isEqualTo(!leapDay || birthday.isLeapYear());
            }
        }
    }

    @ParameterizedTest(name = "born {0}, second fracture {1}: {2}")
    @CsvSource({
        "2008-02-29, 2018-02-28, SUSPECTED",
        "2008-02-29, 2018-03-01, NOT_MET",
        "2008-03-01, 2018-02-28, SUSPECTED",
        "2008-03-01, 2018-03-01, NOT_MET",
        "2008-02-28, 2018-02-27, SUSPECTED",
        "2008-02-28, 2018-02-28, NOT_MET",
        "2007-12-31, 2017-12-30, SUSPECTED",
        "2007-12-31, 2017-12-31, NOT_MET",
        "2008-08-31, 2018-08-30, SUSPECTED",
        "2008-08-31, 2018-08-31, NOT_MET",
    })
    void theSecondFractureIsByTenBeforeTheTenthBirthday(String born, String second, CaseClass expected) {
        assertThat(iscd(born, second)).isEqualTo(expected);
    }

    /** A date known by the month or year is held as its first day, so that fractures of that year come out as later. */
    @ParameterizedTest(name = "born {0}, second fracture {1}: {2}")
    @CsvSource({
        "2008-06, 2018-05-31, SUSPECTED",
        "2008-06, 2018-06-01, NOT_MET",
        "2008, 2017-12-31, SUSPECTED",
        "2008, 2018-01-01, NOT_MET",
        "unknown, 2014-01-01, NOT_MET",
    })
    void anImpreciseBirthDateIsTakenAsItsFirstDay(String born, String second, CaseClass expected) {
        assertThat(iscd(born, second)).isEqualTo(expected);
    }

    /** Samoa left out 30 December 2011, Havana changes its clocks at midnight, Turkish has a second letter i. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "Pacific/Apia, tr-TR",
        "America/Havana, de-DE",
        "Asia/Kolkata, ar-EG-u-nu-arab",
        "Pacific/Kiritimati, th-TH-u-ca-buddhist",
        "America/Los_Angeles, ja-JP-u-ca-japanese",
        "UTC, en-US",
    })
    void neitherZoneNorLanguageOfTheMachineChangesAnAssessment(String zone, String locale) {
        Assessor here = assessor();
        List<Assessment> expected = children().stream().map(here::assess).toList();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locale.setDefault(Locale.forLanguageTag(locale));
        // The files of the study are read again there too.
        Assessor there = assessor();
        assertThat(children().stream().map(there::assess).toList()).isEqualTo(expected);
        assertThat(ShippedStudy.phenotype("ward-broad").describe())
                .contains("183 days (about 6 months) to 731 days (about 2 years) apart");
    }

    private static List<PatientHistory> children() {
        return RandomHistories.of(10_000, 100);
    }

    private static Assessor assessor() {
        return ShippedStudy.assessor("iscd-2019", "urmc-seed", "ward-broad", "dx-code");
    }

    private static CaseClass iscd(String born, String second) {
        PatientHistory history = Histories.parse("""
                born %s female
                date       | code
                2013-01-10 | ICD10CM S42.301A
                %s         | ICD10CM S72.301A
                """.formatted(born, second));
        return ShippedStudy.assessor("iscd-2019")
                .assess(history)
                .verdicts()
                .get(0)
                .caseClass();
    }

    private static List<LocalDate> days(String... spans) {
        List<LocalDate> days = new ArrayList<>();
        for (int span = 0; span < spans.length; span += 2) {
            LocalDate.parse(spans[span])
                    .datesUntil(LocalDate.parse(spans[span + 1]).plusDays(1))
                    .forEach(days::add);
        }
        return days;
    }
}
