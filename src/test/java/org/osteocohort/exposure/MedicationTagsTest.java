package org.osteocohort.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.tag.CodedHistory;
import org.osteocohort.testkit.ShippedStudy;

/** Pictures of medications as causes: drugs and codes of long-term use in, items with their days in effect out. */
class MedicationTagsTest {
    private static final ExposureEngine EXPOSURES = new ExposureEngine(ShippedStudy.RULES.drugs());
    private static final MedicationTags TAGS =
            new MedicationTags(EXPOSURES, ShippedStudy.RULES.tags().rule(MedicationTags.GROUP, ""));

    /** The ninetieth day is 30 March 2016, and the effect lasts a year after the last chronic day. */
    @ParameterizedTest
    @CsvSource({
        "89, no",
        "90, from 2016-03-30 to 2017-03-30",
        "91, from 2016-03-30 to 2017-03-31",
    })
    void chronicSteroidsAreInEffectFromTheDayTheyAreChronicToAYearAfter(int days, String effect) {
        assertThat(tags("2016-01-01 | RXNORM 8640 | %d | oral\n".formatted(days)))
                .isEqualTo("""
                corticosteroids 1 dates 1 records %s
                steroids 1 dates 1 records %s""".formatted(effect, effect));
    }

    @Test
    void aCodeOfLongTermUseOnTwoDatesIsOneOfSteroidsOnly() {
        assertThat(tags("2016-01-01 | ICD10CM Z79.52\n")).isEqualTo("steroids 1 dates 1 records no");
        assertThat(tags("2016-01-01 | ICD10CM Z79.52\n2016-01-01 | ICD9CM V58.65\n"))
                .isEqualTo("steroids 1 dates 2 records no");
        assertThat(tags("2016-01-01 | ICD10CM Z79.52\n2016-01-02 | ICD10CM Z79.52\n"))
                .isEqualTo("steroids 2 dates 2 records from 2016-01-01 to 2017-01-01");
    }

    @Test
    void codesAndDrugsAreOneItemInEffectWhenEitherIs() {
        assertThat(tags("""
                2015-12-01 | ICD10CM Z79.52
                2015-12-20 | ICD10CM Z79.52
                2016-01-01 | RXNORM 8640 | 90 | oral
                """)).isEqualTo("""
                corticosteroids 1 dates 1 records from 2016-03-30 to 2017-03-30
                steroids 3 dates 3 records from 2015-12-01 to 2017-03-30""");
        assertThat(tags("""
                2016-01-01 | RXNORM 8640 | 90 | oral
                2017-01-01 | ICD10CM Z79.52
                2017-02-01 | ICD10CM Z79.52
                """)).isEqualTo("""
                corticosteroids 1 dates 1 records from 2016-03-30 to 2017-03-30
                steroids 3 dates 3 records from 2016-03-30 to 2018-02-01""");
    }

    @ParameterizedTest
    @CsvSource({
        "2017-01-01, from 2016-03-30 to 2018-03-31",
        "2017-01-02, 'from 2016-03-30 to 2017-03-30, from 2017-04-01 to 2018-04-01'",
        "2020-01-01, 'from 2016-03-30 to 2017-03-30, from 2020-03-30 to 2021-03-30'",
    })
    void chronicUseThatEndedAYearAgoCountsNoMoreUntilItIsChronicAgain(LocalDate again, String effect) {
        assertThat(tags("2016-01-01 | RXNORM 8640 | 90 | oral\n%s | RXNORM 8640 | 90 | oral\n".formatted(again)))
                .isEqualTo("""
                corticosteroids 2 dates 2 records %s
                steroids 2 dates 2 records %s""".formatted(effect, effect));
    }

    @Test
    void oneCodeAddsNothingToDrugsThatAreNotChronic() {
        assertThat(tags("2016-01-01 | RXNORM 8640 | 30 | oral\n2016-02-01 | ICD10CM Z79.52\n"))
                .isEqualTo("""
                corticosteroids 1 dates 1 records no
                steroids 2 dates 2 records no""");
    }

    @ParameterizedTest
    @CsvSource({
        "RXNORM 8183, 179, anticonvulsants 1 dates 1 records no",
        "RXNORM 8183, 180, anticonvulsants 1 dates 1 records from 2016-06-28 to 2017-06-28",
        "RXNORM 1256, 89, immunosuppressive_medications 1 dates 1 records no",
        "RXNORM 1256, 90, immunosuppressive_medications 1 dates 1 records from 2016-03-30 to 2017-03-30",
        "ATC N03AB02, 180, anticonvulsants 1 dates 1 records from 2016-06-28 to 2017-06-28",
    })
    void eachClassHasItsOwnNumberOfDays(String code, int days, String expected) {
        assertThat(tags("2016-01-01 | %s | %d | oral\n".formatted(code, days))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RXNORM 8640, not_systemic", // by inhaler, nose, skin, eye or joint
        "RXNORM 19831, oral", // budesonide
        "RXNORM 4452, oral", // fludrocortisone
        "RXNORM 46041, oral", // a treatment
        "RXNORM 2418, oral",
        "RXNORM 25480, oral", // gabapentin
    })
    void whatIsNoSystemicCauseMakesNoTag(String code, String route) {
        assertThat(tags("2016-01-01 | %s | 300 | %s\n".formatted(code, route))).isEmpty();
    }

    @Test
    void hydrocortisoneInAdrenalInsufficiencyIsReplacementAndPrednisoneIsNot() {
        assertThat(tags("2016-01-01 | RXNORM 5492 | 200 | oral\n")).contains("steroids 1 dates 1 records from");
        assertThat(tags("2016-01-01 | RXNORM 5492 | 200 | oral\n2010-01-01 | ICD10CM E25.0\n"))
                .isEmpty();
        assertThat(tags("2016-01-01 | RXNORM 8640 | 200 | oral\n2010-01-01 | ICD10CM E25.0\n"))
                .contains("steroids 1 dates 1 records from");
    }

    @Test
    void fourShortCoursesDoNotQualify() {
        assertThat(tags("""
                2016-01-01 | RXNORM 8640 | 5 | oral
                2016-04-01 | RXNORM 8640 | 5 | oral
                2016-07-01 | RXNORM 8640 | 5 | oral
                2016-10-01 | RXNORM 8640 | 5 | oral
                """)).isEqualTo("""
                corticosteroids 4 dates 4 records no
                steroids 4 dates 4 records no""");
    }

    private static String tags(String rows) {
        CodedHistory history = ShippedStudy.coded(
                "born 2008-01-01 male, observed 2008-01-01 to 2024-12-31\ndate | code | days | route\n" + rows);
        return TAGS.tags(history, EXPOSURES.eras(history)).stream()
                .peek(tag -> assertThat(tag.role()).isEqualTo("med_cause"))
                .map(tag -> "%s %s dates %s records %s"
                        .formatted(
                                tag.item(),
                                tag.dates(),
                                tag.records(),
                                tag.qualifies()
                                        ? tag.effects().stream()
                                                .map(effect -> "from " + effect.start() + " to " + effect.end())
                                                .collect(Collectors.joining(", "))
                                        : "no"))
                .collect(Collectors.joining("\n"));
    }
}
