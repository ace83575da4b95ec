package org.osteocohort.source.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.problem.Problem;

class BirthYearsTest {
    private static BirthYears births(Profile profile, LocalDate extractDate) {
        BirthYears births = new BirthYears(profile, extractDate);
        births.happened("2020-07-01");
        births.born("1931", "person.csv", "column year_of_birth");
        births.born("1930-01-01", "person.csv", "column year_of_birth");
        births.born("01JAN1929", "person.csv", "column year_of_birth");
        return births;
    }

    @Test
    void ageIsAsOfTheNewestDate() {
        assertThat(births(Profile.SAFE_HARBOR, null).problems())
                .extracting(Problem::toString)
                .containsExactly("person.csv: column year_of_birth holds what tells an age over 89, in 2 of the first 3"
                        + " values; the extract is declared safe-harbor, so it is not used (invented people:"
                        + " synthetic)");
    }

    @Test
    void theDayOfTheExtractIsNewerStill() {
        assertThat(births(Profile.SAFE_HARBOR, LocalDate.parse("2021-02-03")).problems())
                .singleElement()
                .asString()
                .contains("in 3 of the first 3 values");
    }

    @Test
    void eightyNineMayBeTold() {
        BirthYears births = new BirthYears(Profile.SAFE_HARBOR, LocalDate.parse("2020-02-03"));
        births.born("1931", "person.csv", "column year_of_birth");
        assertThat(births.problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SAFE_HARBOR")
    void datesOfBirthAreNotJudgedElsewhere(Profile profile) {
        assertThat(births(profile, null).problems()).isEmpty();
    }
}
