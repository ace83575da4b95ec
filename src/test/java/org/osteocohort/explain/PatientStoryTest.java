package org.osteocohort.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.testkit.RestrictedChild;
import org.osteocohort.testkit.ShippedStudy;

class PatientStoryTest {
    private static final List<String> PHENOTYPES = List.of("ISCD_2019", "WARD_BROAD", "URMC_SEED", "DX_CODE");

    /** The text was read and approved; a change of wording is approved there again. */
    @Test
    void aChildIsToldInOrderOfTime() throws IOException {
        try (InputStream approved = PatientStoryTest.class.getResourceAsStream("girl.txt")) {
            assertThat(PatientStory.tell("RUN", PHENOTYPES, RestrictedChild.girl("north:1")))
                    .isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theOrderOfRowsInTheFilesChangesNothing() {
        PatientRecord girl = RestrictedChild.girl("north:1");
        PatientRecord turned = new PatientRecord(
                girl.patient(),
                reversed(girl.tags()),
                reversed(girl.fractures()),
                reversed(girl.boneDensity()),
                reversed(girl.exposures()),
                reversed(girl.cohort()),
                reversed(girl.evidence()));

        assertThat(PatientStory.tell("RUN", PHENOTYPES, turned)).isEqualTo(PatientStory.tell("RUN", PHENOTYPES, girl));
    }

    private static <R> List<R> reversed(List<R> rows) {
        List<R> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void aChildWithoutBirthDateHasNoAge() {
        assertThat(PatientStory.tell("RUN", PHENOTYPES, RestrictedChild.blank("north:2", "unknown", null, null)))
                .contains("Child of unknown sex, birth date not known.")
                .contains("2012-01-01, age not known")
                .contains("Not met: ISCD_2019, WARD_BROAD, URMC_SEED, DX_CODE")
                .contains("On record are 0 fracture events");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            2010-03-15 | day   | 2010-03-14 | before birth
            2010-03-15 | day   | 2010-03-15 | 0 days old
            2010-03-15 | day   | 2010-04-14 | 30 days old
            2010-03-15 | day   | 2010-04-15 | 1 month old
            2010-03-15 | day   | 2012-03-14 | 23 months old
            2010-03-15 | day   | 2012-03-15 | 2 years old
            2010-03-15 | day   | 2019-06-20 | 9 years 3 months old
            2012-02-29 | day   | 2014-02-28 | 23 months old
            2012-02-29 | day   | 2014-03-01 | 2 years old
            2010-03-01 | month | 2019-06-20 | about 9 years 3 months old
            2010-01-01 | year  | 2010-06-20 | under 1 year old
            2010-01-01 | year  | 2019-06-20 | 8 or 9 years old
            -          | -     | 2019-06-20 | age not known
            """)
    void anAgeIsAsExactAsTheBirthDate(String birthDate, String precision, LocalDate day, String words) {
        PatientRecord child = RestrictedChild.blank("north:2", "male", birthDate, precision);

        assertThat(new AgeWords(child.patient()).on(day)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iscd-2019", "iscd-2007", "urmc-seed", "ward-broad", "dx-code"})
    void everyRemarkOfTheShippedDefinitionsHasWords(String file) {
        assertThat(ShippedStudy.phenotype(file).flags().keySet())
                .isNotEmpty()
                .allSatisfy(flag -> assertThat(VerdictWords.flag(flag)).isNotEqualTo(flag));
    }

    @Test
    void wordsOfAnotherVersionAreShownAsTheyAre() {
        assertThat(VerdictWords.etiology("made_up")).isEqualTo("made_up");
        assertThat(VerdictWords.etiology("ijo_supported")).startsWith("idiopathic, supported");
        assertThat(Stream.of("a;;b", "", null).map(Words::parts))
                .containsExactly(List.of("a", "", "b"), List.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource({"-1.996, -1.99", "-2.0, -2", "-2.004, -2", "-2.4, -2.4", "-0.001, 0", "1.25, 1.25"})
    void aZScoreAboveTheThresholdIsNeverShownAsTheThreshold(double value, String words) {
        assertThat(Words.zScore(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"-2.0, -2", "-2.456, -2.46", "0.001, 0", "1000, 1000", "0.5, 0.5"})
    void numbersAreShortAndNeverScientific(double value, String words) {
        assertThat(Words.number(value)).isEqualTo(words);
    }
}
