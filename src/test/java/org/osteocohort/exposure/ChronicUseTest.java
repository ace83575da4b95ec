package org.osteocohort.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.tag.EffectSpan;
import org.osteocohort.testkit.ShippedStudy;

class ChronicUseTest {
    private static final ExposureEngine ENGINE =
            new ExposureEngine(DrugRules.read(ShippedStudy.FOLDER.resolve("codes/drug-rules.yaml")));

    @ParameterizedTest
    @CsvSource({
        // code,          item,                          days, first day
        "  RXNORM 8640,   steroids,                      89,   ",
        "  RXNORM 8640,   steroids,                      90,   2020-03-30",
        "  RXNORM 8640,   corticosteroids,               91,   2020-03-30",
        "  RXNORM 8183,   anticonvulsants,               179,  ",
        "  RXNORM 8183,   anticonvulsants,               180,  2020-06-28",
        "  RXNORM 1256,   immunosuppressive_medications, 89,   ",
        "  RXNORM 1256,   immunosuppressive_medications, 90,   2020-03-30",
        "  RXNORM 2418,   vitamin_d_supplement,          365,  ",
        "  RXNORM 46041,  bisphosphonate.alendronate,    365,  ",
    })
    void useIsChronicFromTheDayTheSupplyReachesTheRule(String code, String item, int days, LocalDate firstDay) {
        List<DrugEra> eras = eras("2020-01-01 | %s | %d | oral".formatted(code, days));

        assertThat(ENGINE.chronicUse(item, eras).map(ChronicUse::firstDay)).isEqualTo(Optional.ofNullable(firstDay));
        assertThat(eras)
                .filteredOn(era -> era.item().equals(item))
                .extracting(DrugEra::chronic)
                .containsExactly(firstDay != null);
    }

    /**
     * Half of the days from 1 January 2019 and half that end with or after 31 December: the window of 365 days that ends on 31
     * December begins on 1 January.
     */
    @ParameterizedTest
    @CsvSource({
        // drug,        item,                          days, second start, first day
        "  RXNORM 8640, steroids,                      45,   2019-11-16,   2019-12-30",
        "  RXNORM 8640, steroids,                      45,   2019-11-17,   2019-12-31",
        "  RXNORM 8640, steroids,                      45,   2019-11-18,   ",
        "  RXNORM 8183, anticonvulsants,               90,   2019-10-03,   2019-12-31",
        "  RXNORM 8183, anticonvulsants,               90,   2019-10-04,   ",
        "  RXNORM 1256, immunosuppressive_medications, 45,   2019-11-17,   2019-12-31",
        "  RXNORM 1256, immunosuppressive_medications, 45,   2019-11-18,   ",
    })
    void theSupplyMustLieInOneWindowOf365Days(String drug, String item, int days, String second, LocalDate firstDay) {
        List<DrugEra> eras = eras("""
                2019-01-01 | %s | %d | oral
                %s | %s | %d | oral
                """.formatted(drug, days, second, drug, days));

        assertThat(ENGINE.chronicUse(item, eras).map(ChronicUse::firstDay)).isEqualTo(Optional.ofNullable(firstDay));
    }

    @Test
    void sixtyDaysInTwoYearsApartAreNotChronic() {
        List<DrugEra> eras = eras("""
                2018-01-01 | RXNORM 8640 | 60 | oral
                2020-01-01 | RXNORM 8640 | 60 | oral
                """);

        assertThat(ENGINE.chronicUse("steroids", eras)).isEmpty();
        assertThat(ENGINE.repeatedCourses("steroids", eras)).isEmpty();
    }

    @Test
    void fourShortCoursesMeetTheAlternativeRuleOnly() {
        List<DrugEra> eras = eras("""
                2019-01-01 | RXNORM 8640 | 5 | oral
                2019-04-01 | RXNORM 8638 | 5 | oral
                2019-08-01 | RXNORM 3264 | 2 | oral
                2020-01-01 | RXNORM 8640 | 5 | oral
                2020-09-01 | RXNORM 8640 | 5 | oral
                """);

        assertThat(ENGINE.chronicUse("steroids", eras)).isEmpty();
        assertThat(ENGINE.repeatedCourses("steroids", eras))
                .contains(new RepeatedCourses(
                        "steroids", 5, LocalDate.parse("2020-01-01"), LocalDate.parse("2020-09-05")));
    }

    /** The third record starts 30 or 31 days after the second one's end, and is a course of its own only then. */
    @ParameterizedTest
    @CsvSource({
        // third,      courses
        "  2019-05-05, false",
        "  2019-05-06, true",
    })
    void recordsThatTheGapBridgesAreOneCourse(String third, boolean repeated) {
        List<DrugEra> eras = eras("""
                2019-01-01 | RXNORM 8640 | 5 | oral
                2019-04-01 | RXNORM 8640 | 5 | oral
                %s | RXNORM 8640 | 5 | oral
                2020-01-01 | RXNORM 8640 | 5 | oral
                """.formatted(third));

        assertThat(ENGINE.repeatedCourses("steroids", eras).isPresent()).isEqualTo(repeated);
    }

    @ParameterizedTest
    @CsvSource({
        // route,      repeated
        "  oral,       true",
        "  parenteral, false",
        "  unknown,    false",
    })
    void aCourseIsOneThatIsKnownToBeOral(String route, boolean repeated) {
        List<DrugEra> eras = eras("""
                2019-01-01 | RXNORM 8640 | 5 | %s
                2019-04-01 | RXNORM 8640 | 5 | %s
                2019-08-01 | RXNORM 8640 | 5 | %s
                2020-01-01 | RXNORM 8640 | 5 | %s
                """.formatted(route, route, route, route));

        assertThat(ENGINE.repeatedCourses("steroids", eras).isPresent()).isEqualTo(repeated);
    }

    @Test
    void allIngredientsOfAnItemCountTogetherAndEachDayOnce() {
        String prednisone = "2020-01-01 | RXNORM 8640 | 60 | oral\n";

        assertThat(ENGINE.chronicUse("steroids", eras(prednisone + "2020-03-01 | RXNORM 22396 | 30 | oral")))
                .map(ChronicUse::firstDay)
                .contains(LocalDate.parse("2020-03-30"));
        assertThat(ENGINE.chronicUse("steroids", eras(prednisone + "2020-02-29 | RXNORM 22396 | 30 | oral")))
                .isEmpty();
    }

    @Test
    void aBridgedGapIsNoSupply() {
        assertThat(ENGINE.chronicUse("steroids", eras("""
                                2020-01-01 | RXNORM 8640 | 28 | oral
                                2020-02-10 | RXNORM 8640 | 28 | oral
                                2020-03-21 | RXNORM 8640 | 28 | oral
                                """))).isEmpty();
    }

    @Test
    void chronicUseIsOfTheSuppliedDaysOnWhichTheRuleHeld() {
        List<DrugEra> eras = eras("""
                2018-01-01 | RXNORM 8640 | 100 | oral
                2018-06-01 | RXNORM 3264 | 5   | oral
                2021-01-01 | RXNORM 8640 | 5   | oral
                """);

        assertThat(ENGINE.chronicUse("steroids", eras))
                .contains(new ChronicUse(
                        "steroids",
                        List.of(
                                new EffectSpan(LocalDate.parse("2018-03-31"), LocalDate.parse("2018-04-10")),
                                new EffectSpan(LocalDate.parse("2018-06-01"), LocalDate.parse("2018-06-05")))));
        assertThat(eras)
                .filteredOn(era -> era.item().equals("steroids"))
                .extracting(DrugEra::chronic)
                .containsExactly(true, true, false);
    }

    @Test
    void anItemWithoutRulesOrErasIsNotChronic() {
        assertThat(ENGINE.chronicUse("cerebral_palsy", List.of())).isEmpty();
        assertThat(ENGINE.chronicUse("steroids", List.of())).isEmpty();
        assertThat(ENGINE.repeatedCourses("anticonvulsants", List.of())).isEmpty();
    }

    private static List<DrugEra> eras(String rows) {
        return ENGINE.eras(ShippedStudy.coded(
                "born 2008-01-01 male, observed 2008-01-01 to 2024-12-31\ndate | code | days | route\n" + rows));
    }
}
