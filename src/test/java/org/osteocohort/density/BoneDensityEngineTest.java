package org.osteocohort.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeMatch;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.RememberedMatches;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.tag.CodedHistory;
import org.osteocohort.testkit.Histories;
import org.osteocohort.testkit.ShippedStudy;

class BoneDensityEngineTest {
    private static final double LOW = -2.0;
    private static final BoneDensityEngine RECORDED_ONLY = new BoneDensityEngine(DensitySettings.standard());
    private static final BoneDensityEngine WITH_TABLES = new BoneDensityEngine(
            DensitySettings.standard(),
            BoneReference.read(ReferenceFilesTest.FIXTURES.resolve("synthetic-bone-reference.csv")),
            HeightAdjustment.read(ReferenceFilesTest.FIXTURES.resolve("synthetic-height-adjustment.csv")));

    @ParameterizedTest
    @CsvSource({
        // value,  result
        "  -2.1,   low",
        "  -2.0,   low",
        "  -1.99,  not_low",
        "  -10,    low",
        "  -10.01, unknown",
        "  6,      not_low",
        "  6.01,   unknown",
        "  0.85,   not_low",
        "  ,       unknown",
        "  NaN,    unknown",
    })
    void aZScoreIsLowAtTheThresholdAndUnknownBeyondWhatCanBe(String value, String result) {
        assertThat(only(
                                RECORDED_ONLY,
                                "2020-01-10 | LOINC 85394-5 | %s | {Z-Score}".formatted(value == null ? "" : value))
                        .result(LOW)
                        .label())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{Z-Score}", "SD", "{score}", "", "sd", "{SD}", "Z-score", "1"})
    void theseUnitsAreUnitsOfAZScore(String unit) {
        assertThat(only(RECORDED_ONLY, "2020-01-10 | LOINC 85394-5 | -2.1 | " + unit)
                        .zRaw())
                .isEqualTo(-2.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{T-score}", "%", "cm2", "g"})
    void aZScoreInAnotherUnitIsUnknown(String unit) {
        BoneDensity density = only(RECORDED_ONLY, "2020-01-10 | LOINC 85394-5 | -2.1 | " + unit);

        assertThat(density.zRaw()).isNull();
        assertThat(density.arealGramsPerSquareCentimetre()).isNull();
        assertThat(density.result(LOW)).isEqualTo(DensityResult.UNKNOWN);
    }

    @Test
    void gramsUnderAZScoreCodeAreADensityAndNoZScore() {
        BoneDensity density = only(RECORDED_ONLY, "2020-01-10 | LOINC 85394-5 | 0.62 | g/cm2");

        assertThat(density.zRaw()).isNull();
        assertThat(density.arealGramsPerSquareCentimetre()).isEqualTo(0.62);
        assertThat(density.result(LOW)).isEqualTo(DensityResult.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // value, unit,      g/cm2
                "  0.62,  g/cm2,     0.62",
                "  0.62,  '',        0.62",
                "  620,   mg/cm2,    0.62",
                "  2.499, g/cm2,     2.499",
                "  2.5,   g/cm2,     none",
                "  0,     g/cm2,     none",
                "  -1.2,  g/cm2,     none",
                "  -1.2,  {Z-Score}, none",
                "  1.2,   SD,        none",
            })
    void aDensityLiesBetweenZeroAndTwoAndAHalf(String value, String unit, Double grams) {
        BoneDensity density = only(RECORDED_ONLY, "2020-01-10 | LOINC 24966-4 | %s | %s".formatted(value, unit));

        assertThat(density.arealGramsPerSquareCentimetre()).isEqualTo(grams);
        assertThat(density.zUsed()).isNull();
    }

    @Test
    void tScoresAndTheHeelAreNeverRead() {
        assertThat(results(RECORDED_ONLY, """
                        2020-01-10 | LOINC 38267-1 | -3.0 | {T-score}
                        2020-01-10 | LOINC 38262-2 | 0.4  | g/cm2
                        """)).isEmpty();
    }

    @Test
    void aZScoreWithoutASiteOrOfAnotherOneDecidesNothing() {
        CodeSets codeSets = new CodeSets(List.of(zScoreRow("bmd.generic", "A"), zScoreRow("bmd.skull", "B")));
        PatientHistory history = history("""
                2020-01-10 | LOCAL A | -2.5 |
                2021-01-10 | LOCAL B | -2.5 |
                """);

        assertThat(RECORDED_ONLY.results(CodedHistory.of(history, new RememberedMatches(codeSets))))
                .hasSize(2)
                .allSatisfy(density -> {
                    assertThat(density.site()).isEqualTo(DensitySite.UNSPECIFIED);
                    assertThat(density.zRaw()).isEqualTo(-2.5);
                    assertThat(density.zUsed()).isNull();
                    assertThat(density.zSource()).isNull();
                    assertThat(density.result(LOW)).isEqualTo(DensityResult.UNKNOWN);
                });
    }

    private static CodeRow zScoreRow(String item, String code) {
        return new CodeRow(
                item,
                Role.BMD_ZSCORE,
                new CodeKey(Vocabulary.LOCAL, code),
                CodeMatch.EXACT,
                true,
                "",
                "yes",
                "test",
                "test.csv",
                2);
    }

    @Test
    void eachSiteOfAScanHasAResultOfItsOwn() {
        assertThat(table(RECORDED_ONLY, """
                        2020-01-10 | LOINC 80932-7 | -0.5 |
                        2020-01-10 | LOCAL TBLH_Z  | -1.0 |
                        2020-01-10 | LOINC 85394-5 | -2.5 |
                        2020-01-10 | LOINC 80933-5 | -1.5 |
                        2020-01-10 | LOINC 80934-3 | -2.0 |
                        """)).isEqualTo("""
                        2020-01-10 | lumbar_spine         | -2.5 | recorded
                        2020-01-10 | total_body_less_head | -1.0 | recorded
                        2020-01-10 | hip                  | -1.5 | recorded
                        2020-01-10 | femur                | -2.0 | recorded
                        2020-01-10 | forearm              | -0.5 | recorded
                        """);
    }

    @Test
    void aScanRepeatedTheNextDayIsTheSameScanAndTheLowestValueCounts() {
        assertThat(table(RECORDED_ONLY, """
                        2020-01-10 | LOINC 85394-5 | -1.5 |
                        2020-01-11 | LOINC 85394-5 | -2.5 |
                        2020-01-11 | LOCAL TBLH_Z  | -1.0 |
                        2020-01-12 | LOINC 85394-5 | -1.7 |
                        """)).isEqualTo("""
                        2020-01-10 | lumbar_spine         | -2.5 | recorded
                        2020-01-10 | total_body_less_head | -1.0 | recorded
                        2020-01-12 | lumbar_spine         | -1.7 | recorded
                        """);
    }

    @Test
    void aDensityInGramsOrANumberThatIsNoneDoesNotMoveTheDayOfAZScore() {
        String zScores = """
                        2020-01-10 | LOINC 85394-5 | -1.5 |
                        2020-01-11 | LOCAL TBLH_Z  | -2.5 |
                        """;
        String expected = """
                        2020-01-10 | lumbar_spine         | -1.5 | recorded
                        2020-01-10 | total_body_less_head | -2.5 | recorded
                        """;
        assertThat(table(RECORDED_ONLY, zScores)).isEqualTo(expected);
        assertThat(table(RECORDED_ONLY, zScores + "2020-01-09 | LOINC 24966-4 | 0.61 | g/cm2"))
                .isEqualTo(expected);
        assertThat(table(RECORDED_ONLY, zScores + "2020-01-09 | LOINC 85394-5 | -21 |"))
                .isEqualTo(expected);
        assertThat(results(RECORDED_ONLY, zScores + "2020-01-08 | LOINC 24966-4 | 0.61 | g/cm2"))
                .extracting(BoneDensity::scanDate)
                .extracting(LocalDate::toString)
                .containsExactly("2020-01-08", "2020-01-10", "2020-01-10");
    }

    @Test
    void ofBothHipsTheLowerCounts() {
        assertThat(table(RECORDED_ONLY, """
                        2020-01-10 | LOINC 80938-4 | -1.5 |
                        2020-01-10 | LOINC 80937-6 | -2.1 |
                        """)).isEqualTo("2020-01-10 | hip                  | -2.1 | recorded\n");
    }

    @Test
    void anImplausibleValueDoesNotHideAPlausibleOne() {
        assertThat(table(RECORDED_ONLY, """
                        2020-01-10 | LOINC 85394-5 | -21  |
                        2020-01-10 | LOINC 85394-5 | -2.1 |
                        """)).isEqualTo("2020-01-10 | lumbar_spine         | -2.1 | recorded\n");
    }

    /** The girl is ten years old to the day; at 10 the synthetic median is 0.70, and the coefficients 0.1 and 0.5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                // recorded adjusted; recorded raw; g/cm2; height; used; source
                "-1.4; -2.2; 0.56; 121.8; -1.4; recorded_height_adjusted",
                "none; -2.2; 0.56; 121.8; -1.0; computed_height_adjusted",
                "none; none; 0.56; 121.8; -0.8; computed_height_adjusted",
                "none; -2.2; 0.56; none;  -2.2; recorded",
                "none; none; 0.56; none;  -2.0; computed",
                "none; none; none; 121.8; none; none",
            })
    void theZScoreThatDecidesIsChosenInOrder(
            String adjusted, String raw, String grams, String height, String used, String source) {
        BoneDensity density = only(WITH_TABLES, filled("""
                        2020-01-10 | LOCAL LS_HAZ_Z | § |
                        2020-01-10 | LOINC 85394-5  | § |
                        2020-01-10 | LOINC 24966-4  | § | g/cm2
                        2020-01-10 | LOINC 8302-2   | § | cm
                        """, adjusted, raw, grams, height));

        assertThat(rounded(density.zUsed())).isEqualTo(used);
        assertThat(density.zSource() == null ? null : density.zSource().label()).isEqualTo(source);
    }

    @Test
    void shortChildrenAreNotLowOnceAdjusted() {
        BoneDensity density = only(RECORDED_ONLY, """
                2020-01-10 | LOCAL LS_HAZ_Z | -1.4 |
                2020-01-10 | LOINC 85394-5  | -2.2 |
                2020-01-10 | LOINC 8302-2   | 122  | cm
                """);

        assertThat(rounded(density.heightZ())).isEqualTo("-2.5");
        assertThat(density.zRaw()).isEqualTo(-2.2);
        assertThat(density.zHeightAdjusted()).isEqualTo(-1.4);
        assertThat(density.result(LOW)).isEqualTo(DensityResult.NOT_LOW);
        assertThat(RECORDED_ONLY.shortUnadjusted(density)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // height, short
        "  125,    true",
        "  126,    false",
        "  ,       false",
    })
    void aShortChildWithARawZScoreOnlyIsMarked(String height, boolean shortUnadjusted) {
        BoneDensity density = only(RECORDED_ONLY, filled("""
                        2020-01-10 | LOINC 85394-5 | -2.2 |
                        2020-01-10 | LOINC 8302-2  | §    | cm
                        """, height));

        assertThat(RECORDED_ONLY.shortUnadjusted(density)).isEqualTo(shortUnadjusted);
    }

    @ParameterizedTest
    @CsvSource({
        // born,      scan,       height,     present
        "2010-01-10, 2020-01-10, 2019-10-12, true",
        "2010-01-10, 2020-01-10, 2019-10-11, false",
        "2010-01-10, 2020-01-10, 2020-04-09, true",
        "2010-01-10, 2020-01-10, 2020-04-10, false",
        "2004-01-10, 2020-01-10, 2019-10-11, false",
        "2004-01-09, 2020-01-10, 2019-10-11, true",
        "2004-01-09, 2020-01-10, 2019-07-14, true",
        "2004-01-09, 2020-01-10, 2019-07-13, false",
        "2019-01-10, 2020-01-10, 2020-01-10, false",
        "2010,       2020-01-10, 2020-01-10, false",
        "unknown,    2020-01-10, 2020-01-10, false",
    })
    void aHeightDescribesTheChildWithinItsWindow(String born, String scan, String height, boolean present) {
        List<BoneDensity> results = RECORDED_ONLY.results(ShippedStudy.coded("""
                born %s female
                date | code | value | unit
                %s | LOINC 85394-5 | -2.2 |
                %s | LOINC 8302-2  | 140  | cm
                """.formatted(born, scan, height)));

        assertThat(results)
                .singleElement()
                .satisfies(density -> assertThat(density.heightZ() != null).isEqualTo(present));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // value, unit,   height Z
                "  138,   cm,     0.0",
                "  138,   '',     0.0",
                "  54.33, [in_i], 0.0",
                "  54.33, in,     0.0",
                "  1.38,  m,      0.0",
                "  138,   kg,     none",
                "  1.38,  '',     none",
                "  54.33, cm,     none",
                "  ,      cm,     none",
            })
    void heightsAreReadInTheirUnit(String value, String unit, String heightZ) {
        BoneDensity density = only(RECORDED_ONLY, filled("""
                        2020-01-10 | LOINC 85394-5 | -2.2 |
                        2020-01-10 | LOINC 8302-2  | §    | §
                        """, value, unit));

        assertThat(rounded(density.heightZ())).isEqualTo(heightZ);
    }

    @Test
    void theNearestHeightCountsThenTheEarlierThenTheLower() {
        BoneDensity density = only(RECORDED_ONLY, """
                2020-01-10 | LOINC 85394-5 | -2.2  |
                2020-01-15 | LOINC 8302-2  | 120   | cm
                2020-01-05 | LOINC 8302-2  | 138.1 | cm
                2020-01-05 | LOINC 8302-2  | 131.4 | cm
                2019-12-01 | LOINC 8302-2  | 120   | cm
                2020-01-09 | LOINC 8302-2  | 1380  | cm
                """);

        assertThat(rounded(density.heightZ())).isEqualTo("-1.0");
    }

    @Test
    void evidenceIsEveryMeasurementOnceAndTheHeightThatAdjusted() {
        BoneDensity density = only(WITH_TABLES, """
                2020-01-10 | LOINC 85394-5 | -2.2  |
                2020-01-10 | LOINC 85394-5 | -2.2  |
                2020-01-11 | LOINC 85394-5 | -2.0  |
                2020-01-10 | LOINC 8302-2  | 121.8 | cm
                """);

        assertThat(density.evidence())
                .extracting(coded -> coded.event().source().id())
                .containsExactly("row-1", "row-3", "row-4");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neitherOrderNorDuplicatesChangeAResult(long seed) {
        PatientHistory history = history("""
                2020-01-10 | LOINC 85394-5  | -2.2 | {Z-Score}
                2020-01-10 | LOINC 85394-5  | -2.4 | {Z-Score}
                2020-01-11 | LOCAL LS_HAZ_Z | -1.4 |
                2020-01-11 | LOINC 80938-4  | -1.1 |
                2020-01-10 | LOINC 24966-4  | 0.61 | g/cm2
                2020-01-12 | LOINC 85394-5  | -2.0 |
                2020-01-11 | LOINC 8302-2   | 122  | cm
                2020-01-11 | LOINC 8302-2   | 123  | cm
                """);
        List<BoneDensity> expected = WITH_TABLES.results(ShippedStudy.coded(history));

        assertThat(expected).hasSize(3);
        assertThat(WITH_TABLES.results(ShippedStudy.coded(Histories.shuffled(history, seed))))
                .isEqualTo(expected);
        assertThat(WITH_TABLES.results(ShippedStudy.coded(Histories.shuffled(Histories.duplicated(history), seed))))
                .isEqualTo(expected);
    }

    private static PatientHistory history(String rows) {
        return Histories.parse("born 2010-01-10 female\ndate | code | value | unit\n" + rows);
    }

    private static List<BoneDensity> results(BoneDensityEngine engine, String rows) {
        return engine.results(ShippedStudy.coded(history(rows)));
    }

    private static BoneDensity only(BoneDensityEngine engine, String rows) {
        List<BoneDensity> results = results(engine, rows);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static String table(BoneDensityEngine engine, String rows) {
        return results(engine, rows).stream()
                .map(density -> "%s | %-20s | %s | %s%n"
                        .formatted(
                                density.scanDate(),
                                density.site().label(),
                                density.zUsed(),
                                density.zSource().label()))
                .collect(Collectors.joining());
    }

    /** A picture with its places filled in turn; a place without a value becomes a blank cell. */
    private static String filled(String picture, String... values) {
        return Arrays.stream(values)
                .reduce(picture, (text, value) -> text.replaceFirst("§", value == null ? "" : value));
    }

    private static String rounded(Double number) {
        return number == null
                ? null
                : BigDecimal.valueOf(number + 0.0)
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }
}
