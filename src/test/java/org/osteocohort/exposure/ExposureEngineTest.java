package org.osteocohort.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
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

class ExposureEngineTest {
    private static final ExposureEngine ENGINE =
            new ExposureEngine(DrugRules.read(ShippedStudy.FOLDER.resolve("codes/drug-rules.yaml")));
    private static final String HEADER = """
            born 2008-01-01 female, observed 2008-01-01 to 2024-12-31
            date | code | days | quantity | strength | route | end | kind | via | value | unit | domain
            """;

    @Test
    void steroidsAndCorticosteroidsAreTwoItemsWithTheSameEras() {
        assertThat(table("2020-01-01 | RXNORM 8640 | 30 | | | oral")).isEqualTo("""
                        corticosteroids | RXNORM|8640 prednisone | 2020-01-01 to 2020-01-30 | 30 | days_supply
                        steroids | RXNORM|8640 prednisone | 2020-01-01 to 2020-01-30 | 30 | days_supply
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        // days, end,         last day,   end source
        "  30,   2020-01-10,  2020-01-10, recorded_end",
        "  30,   2020-01-01,  2020-01-01, recorded_end",
        "  30,   2019-12-31,  2020-01-30, days_supply",
        "  30,   ,            2020-01-30, days_supply",
        "  1,    ,            2020-01-01, days_supply",
        "  365,  ,            2020-12-30, days_supply",
        "  366,  ,            2020-01-01, start_day",
        "  0,    ,            2020-01-01, start_day",
        "  -3,   ,            2020-01-01, start_day",
        "  ,     ,            2020-01-01, start_day",
        "  30,   2024-12-30,  2024-12-30, recorded_end",
        "  30,   2024-12-31,  2020-01-30, days_supply",
        "  30,   9999-12-31,  2020-01-30, days_supply",
    })
    void aRecordEndsByWhatIsToldBest(String days, String end, String lastDay, String endSource) {
        DrugEra era = only(
                "anticonvulsants",
                "2020-01-01 | RXNORM 114477 | %s | | | oral | %s".formatted(blank(days), blank(end)));

        assertThat(era.end()).isEqualTo(lastDay);
        assertThat(era.endSource().label()).isEqualTo(endSource);
    }

    @ParameterizedTest
    @CsvSource({
        // code,          days, end,        last day,   end source
        "  RXNORM 191831, ,     ,           2020-02-25, effect_window",
        "  RXNORM 121191, ,     ,           2020-06-28, effect_window",
        "  RXNORM 327361, ,     ,           2020-01-14, effect_window", // adalimumab
        "  RXNORM 214555, ,     ,           2020-01-07, effect_window", // etanercept
        "  RXNORM 709271, ,     ,           2020-01-28, effect_window", // certolizumab pegol
        "  RXNORM 819300, ,     ,           2020-01-28, effect_window", // golimumab
        "  RXNORM 847083, ,     ,           2020-03-24, effect_window", // ustekinumab
        "  RXNORM 614391, ,     ,           2020-01-28, effect_window", // abatacept
        "  RXNORM 612865, ,     ,           2020-01-14, effect_window", // tocilizumab
        "  RXNORM 1538097, ,    ,           2020-02-25, effect_window", // vedolizumab
        "  RXNORM 1112973, ,    ,           2020-01-28, effect_window", // belatacept
        "  RXNORM 853491, ,     ,           2020-01-28, effect_window", // canakinumab
        "  RXNORM 191831, 1,    ,           2020-02-25, effect_window",
        "  RXNORM 191831, 2,    ,           2020-01-02, days_supply",
        "  RXNORM 191831, ,     2020-01-01, 2020-02-25, effect_window",
        "  RXNORM 191831, ,     2020-03-31, 2020-03-31, recorded_end",
    })
    void anInfusionActsForItsWindow(String code, String days, String end, String lastDay, String endSource) {
        DrugEra era = only(
                "immunosuppressive_medications",
                "2020-01-01 | %s | %s | | | parenteral | %s".formatted(code, blank(days), blank(end)));

        assertThat(era.end()).isEqualTo(lastDay);
        assertThat(era.endSource().label()).isEqualTo(endSource);
    }

    @Test
    void theWindowOfAnInjectionIsNotThatOfATablet() {
        assertThat(only("bisphosphonate.other", "2020-01-01 | RXNORM 115264 | | | | oral")
                        .endSource())
                .isEqualTo(EndSource.START_DAY);
        assertThat(only("bisphosphonate.other", "2020-01-01 | HCPCS J1740").endSource())
                .isEqualTo(EndSource.EFFECT_WINDOW);
    }

    /** The first record of 30 days ends on 30 January; the gap is counted from there to the next start. */
    @ParameterizedTest
    @CsvSource({
        // code,          item,                          next,       eras
        "  RXNORM 8640,   steroids,                      2020-02-28, 1",
        "  RXNORM 8640,   steroids,                      2020-02-29, 1",
        "  RXNORM 8640,   steroids,                      2020-03-01, 2",
        "  RXNORM 114477, anticonvulsants,               2020-03-29, 1",
        "  RXNORM 114477, anticonvulsants,               2020-03-30, 1",
        "  RXNORM 114477, anticonvulsants,               2020-03-31, 2",
        "  RXNORM 1256,   immunosuppressive_medications, 2020-03-30, 1",
        "  RXNORM 1256,   immunosuppressive_medications, 2020-03-31, 2",
        "  RXNORM 46041,  bisphosphonate.alendronate,    2020-02-29, 1",
        "  RXNORM 46041,  bisphosphonate.alendronate,    2020-03-01, 2",
        "  RXNORM 1895,   calcium_supplement,            2020-03-30, 1",
        "  RXNORM 1895,   calcium_supplement,            2020-03-31, 2",
        "  RXNORM 2418,   vitamin_d_supplement,          2020-03-30, 1",
        "  RXNORM 2418,   vitamin_d_supplement,          2020-03-31, 2",
    })
    void recordsWithinTheGapAreOneEra(String code, String item, String next, int eras) {
        String rows = "2020-01-01 | %s | 30 | | | oral%n%s | %s | 30 | | | oral".formatted(code, next, code);

        assertThat(eras(rows)).filteredOn(era -> era.item().equals(item)).hasSize(eras);
    }

    /** 2020-01-01 and 269 or 270 days later, or 119 and 120, or 209 and 210. */
    @ParameterizedTest
    @CsvSource({
        // code,        next,       eras
        "  HCPCS J3489, 2020-09-26, 1",
        "  HCPCS J3489, 2020-09-27, 2",
        "  HCPCS J2430, 2020-04-29, 1",
        "  HCPCS J2430, 2020-04-30, 2",
        "  HCPCS J1740, 2020-04-29, 1",
        "  HCPCS J1740, 2020-04-30, 2",
        "  HCPCS J0897, 2020-07-28, 1",
        "  HCPCS J0897, 2020-07-29, 2",
    })
    void aBoneDrugGivenAtIntervalsIsContinuedWithinItsWindowAndGrace(String code, String next, int eras) {
        assertThat(eras("2020-01-01 | %s%n%s | %s".formatted(code, next, code))).hasSize(eras);
    }

    @Test
    void bridgedDaysAreNoDaysOfSupplyAndOverlapsCountOnce() {
        assertThat(table("""
                        2020-01-01 | RXNORM 114477 | 30
                        2020-01-21 | RXNORM 114477 | 30
                        2020-03-01 | RXNORM 114477 | 10
                        """))
                .isEqualTo(
                        "anticonvulsants | RXNORM|114477 levetiracetam | 2020-01-01 to 2020-03-10 | 60 | days_supply\n");
    }

    @Test
    void aShortRecordWithinALongOneDoesNotEndTheEra() {
        assertThat(table("""
                        2020-01-01 | RXNORM 114477 | 90
                        2020-01-11 | RXNORM 114477 | | | | | 2020-01-20
                        2020-05-01 | RXNORM 114477 | | | | | 2020-05-10
                        """))
                .isEqualTo(
                        "anticonvulsants | RXNORM|114477 levetiracetam | 2020-01-01 to 2020-05-10 | 100 | recorded_end\n");
    }

    @Test
    void ofTwoRecordsThatEndTogetherTheBetterToldOneGivesTheEndSource() {
        assertThat(table("""
                        2020-01-01 | RXNORM 114477 | 20
                        2020-01-11 | RXNORM 114477 | | | | | 2020-01-20
                        """))
                .isEqualTo(
                        "anticonvulsants | RXNORM|114477 levetiracetam | 2020-01-01 to 2020-01-20 | 20 | recorded_end\n");
    }

    @ParameterizedTest
    @CsvSource({
        // second observation, eras
        "  2020-02-01,         1",
        "  2020-02-02,         2",
    })
    void anEraNeverCrossesAGapInObservation(String again, int eras) {
        List<DrugEra> found = ENGINE.eras(ShippedStudy.coded("""
                born 2008-01-01 female, observed 2019-01-01 to 2020-01-31, observed %s to 2020-12-31
                date | code | days
                2020-01-10 | RXNORM 114477 | 20
                2020-02-05 | RXNORM 114477 | 20
                """.formatted(again)));

        assertThat(found).hasSize(eras);
    }

    @Test
    void withoutObservationPeriodsRecordsStillJoin() {
        assertThat(ENGINE.eras(ShippedStudy.coded("""
                        born 2008-01-01 female
                        date | code | days
                        2020-01-10 | RXNORM 114477 | 20
                        2020-02-05 | RXNORM 114477 | 20
                        """))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // route,        eras
        "  oral,         2",
        "  parenteral,   2",
        "  unknown,      2",
        "  not_systemic, 0",
    })
    void onlySystemicRoutesAreAnExposure(String route, int eras) {
        assertThat(eras("2020-01-01 | RXNORM 8640 | 30 | | | " + route)).hasSize(eras);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-01 | RXNORM 19831 | 30 | | | oral",
                "2020-01-01 | RXNORM 4452 | 30 | | | oral",
                "2020-01-01 | ATC H02AA02 | 30 | | | oral",
                "2020-01-01 | NDC 1 | 30 | | | oral | | | RXNORM 19831; ATC H02AB16",
                "2020-01-01 | RXNORM 25480 | 30 | | | oral",
                "2020-01-01 | NDC 1 | 30 | | | oral | | | ATC N03AX12",
                "2020-01-01 | ICD10CM Z79.52",
                "2020-01-01 | ICD10CM Z79.83",
                "2020-01-01 | CPT 97110",
                "2020-01-01 | RXNORM 8640 | 30 | | | oral | | | | | | measurement",
            })
    void whatIsExcludedOffOrNoDrugIsNoExposure(String row) {
        assertThat(eras(row)).isEmpty();
    }

    @Test
    void aRowThatExcludesADrugExcludesItFromAllItemsOfItsClass() {
        CodeRow counts = row("steroids", Role.MED_CAUSE);
        CodeRow excludes = row("corticosteroids", Role.MED_CAUSE_EXCLUDED);

        assertThat(ENGINE.eras(codedBy(counts))).hasSize(1);
        assertThat(ENGINE.eras(codedBy(counts, excludes))).isEmpty();
    }

    /** One course of the drug that these rows name. */
    private static CodedHistory codedBy(CodeRow... rows) {
        PatientHistory history = Histories.parse(HEADER + "2020-01-01 | RXNORM 1 | 30 | | | oral");
        return CodedHistory.of(history, new RememberedMatches(new CodeSets(List.of(rows))));
    }

    private static CodeRow row(String item, Role role) {
        CodeKey key = new CodeKey(Vocabulary.RXNORM, "1");
        return new CodeRow(item, role, key, CodeMatch.INGREDIENT, true, "a drug", "yes", "test", "test.csv", 2);
    }

    @ParameterizedTest
    @CsvSource({
        // diagnosis,      drug,         eras
        "  ICD10CM E25.0,  RXNORM 5492,  0",
        "  ICD10CM E27.1,  RXNORM 5492,  0",
        "  ICD10CM E27.40, RXNORM 5492,  0",
        "  ICD10CM E23.0,  RXNORM 2878,  0",
        "  ICD10CM E25.0,  RXNORM 8640,  2",
        "  ICD10CM Z79.51, RXNORM 5492,  2",
        "  ICD10CM K50.00, RXNORM 5492,  2",
    })
    void hydrocortisoneIsReplacementInAdrenalInsufficiency(String diagnosis, String drug, int eras) {
        assertThat(eras("2020-06-01 | %s%n2020-01-01 | %s | 30 | | | oral".formatted(diagnosis, drug)))
                .hasSize(eras);
    }

    @Test
    void aRecordCountsForTheClosestBisphosphonateOnly() {
        assertThat(table("""
                        2020-01-01 | NDC 1 | | | | parenteral | | | ATC M05BA08; ATC M05BA
                        2021-06-01 | NDC 2 | 28 | | | oral | | | RXNORM 46041; ATC M05BA
                        2022-06-01 | NDC 3 | 28 | | | oral | | | ATC M05BA07
                        2023-06-01 | NDC 4 | | | | parenteral | | | RXNORM 11473; ATC M05BA
                        """)).isEqualTo("""
                        bisphosphonate.alendronate | RXNORM|46041 alendronate | 2021-06-01 to 2021-06-28 | 28 | days_supply
                        bisphosphonate.other | RXNORM|73056 risedronate | 2022-06-01 to 2022-06-28 | 28 | days_supply
                        bisphosphonate.pamidronate | RXNORM|11473 pamidronate | 2023-06-01 to 2023-08-29 | 90 | effect_window
                        bisphosphonate.zoledronic_acid | RXNORM|77655 zoledronic acid | 2020-01-01 to 2020-06-28 | 180 | effect_window
                        """);
    }

    @Test
    void oneIngredientUnderSeveralCodesIsOneEra() {
        assertThat(table("""
                        2020-01-01 | RXNORM 11118  | 30
                        2020-01-31 | RXNORM 266856 | 30
                        2020-03-01 | NDC 1         | 30 | | | | | | ATC N03AG01
                        """))
                .isEqualTo("anticonvulsants | RXNORM|40254 valproate | 2020-01-01 to 2020-03-30 | 90 | days_supply\n");
    }

    @Test
    void anIngredientThatTheRulesDoNotKnowIsNamedByItsSubstance() {
        assertThat(table("""
                        2020-01-01 | NDC 1 | 30 | | | | | | ATC N03AX25
                        2020-01-01 | ATC L04A | 30
                        """)).isEqualTo("""
                        anticonvulsants | ATC|N03AX25 antiepileptics | 2020-01-01 to 2020-01-30 | 30 | days_supply
                        immunosuppressive_medications | ATC|L04A immunosuppressants | 2020-01-01 to 2020-01-30 | 30 | days_supply
                        """);
    }

    @Test
    void enzymeInducersAreToldApart() {
        assertThat(ENGINE.enzymeInducer(only("anticonvulsants", "2020-01-01 | RXNORM 8183 | 30")))
                .isTrue();
        assertThat(ENGINE.enzymeInducer(only("anticonvulsants", "2020-01-01 | RXNORM 114477 | 30")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neitherOrderNorDuplicatesChangeAnEra(long seed) {
        PatientHistory history = Histories.parse(HEADER + """
                2020-01-01 | RXNORM 8640   | 30 | 60 | 5  | oral | | dispensed
                2020-01-05 | RXNORM 8640   | 30 | 30 | 10 | oral | | ordered
                2020-02-10 | RXNORM 8640   | 30 | 60 | 5  | oral | | dispensed
                2020-02-10 | RXNORM 3264   | 3  | 3  | 4  | oral | | dispensed
                2020-02-10 | RXNORM 3264   |    |    |    | oral | | reported
                2020-02-01 | RXNORM 114477 | 90
                2020-02-01 | RXNORM 114477 | 60
                2020-03-01 | HCPCS J3489
                2020-01-01 | LOINC 29463-7 | | | | | | | | 30 | kg
                2020-01-01 | LOINC 29463-7 | | | | | | | | 31 | kg
                """);
        List<DrugEra> expected = ENGINE.eras(ShippedStudy.coded(history));

        assertThat(expected).hasSize(6);
        assertThat(ENGINE.eras(ShippedStudy.coded(Histories.shuffled(history, seed))))
                .isEqualTo(expected);
        assertThat(ENGINE.eras(ShippedStudy.coded(Histories.shuffled(Histories.duplicated(history), seed))))
                .isEqualTo(expected);
    }

    @Test
    void theCodeSetsHoldNoDrugWithoutRules() {
        DrugRules rules = DrugRules.read(ShippedStudy.FOLDER.resolve("codes/drug-rules.yaml"));

        assertThat(rules.missingFor(ShippedStudy.CODE_SETS)).isEmpty();
    }

    private static List<DrugEra> eras(String rows) {
        return ENGINE.eras(ShippedStudy.coded(HEADER + rows));
    }

    private static DrugEra only(String item, String rows) {
        List<DrugEra> eras =
                eras(rows).stream().filter(era -> era.item().equals(item)).toList();
        assertThat(eras).hasSize(1);
        return eras.get(0);
    }

    private static String table(String rows) {
        return eras(rows).stream()
                .map(era -> String.format(
                        Locale.ROOT,
                        "%s | %s | %s to %s | %d | %s\n",
                        era.item(),
                        era.ingredient(),
                        era.start(),
                        era.end(),
                        era.days(),
                        era.endSource().label()))
                .collect(Collectors.joining());
    }

    private static String blank(String cell) {
        return cell == null ? "" : cell;
    }
}
