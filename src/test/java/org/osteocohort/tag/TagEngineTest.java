package org.osteocohort.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.codes.Role;
import org.osteocohort.testkit.Histories;
import org.osteocohort.testkit.RelativeDays;
import org.osteocohort.testkit.ShippedStudy;

/** Pictures of the tag rules as shipped: records in, items out with the days on which they are in effect. */
class TagEngineTest {
    private static final TagEngine ENGINE = new TagEngine(ShippedStudy.RULES.tags());
    private static final LocalDate ZERO = LocalDate.parse("2016-01-01");

    @ParameterizedTest
    @CsvSource({
        "29, no",
        "30, from 2016-01-01",
        "31, from 2016-01-01",
    })
    void aConditionQualifiesWithTwoDatesThirtyDaysApartFromTheFirstOn(int second, String effect) {
        assertThat(tags("0 | ICD10CM G80.9\n%d | ICD10CM G80.9\n".formatted(second)))
                .isEqualTo("secondary_cause cerebral_palsy 2 dates 2 records " + effect);
    }

    @Test
    void theFirstAndTheLastDateMustBeApartNotTheNeighbours() {
        assertThat(tags("0 | ICD10CM G80.9\n15 | ICD10CM G80.1\n30 | ICD10CM G80.9\n"))
                .isEqualTo("secondary_cause cerebral_palsy 3 dates 3 records from 2016-01-01");
    }

    @Test
    void severalRecordsOfADayAreOneDate() {
        assertThat(tags("0 | ICD10CM G80.9\n0 | ICD10CM G80.1\n"))
                .isEqualTo("secondary_cause cerebral_palsy 1 dates 2 records no");
    }

    @Test
    void oneRecordOfAStayInHospitalQualifiesByItsRowOrItsVisit() {
        String visits = """
                visit | kind      | start      | end
                V1    | inpatient | 2016-01-01 | 2016-01-05
                V2    | emergency | 2016-01-01 | 2016-01-01
                """;
        assertThat(tags("0 | ICD10CM G80.9 | | | | yes\n"))
                .isEqualTo("secondary_cause cerebral_palsy 1 dates 1 records from 2016-01-01");
        assertThat(tags("0 | ICD10CM G80.9 | | | V1\n" + visits))
                .isEqualTo("secondary_cause cerebral_palsy 1 dates 1 records from 2016-01-01");
        assertThat(tags("0 | ICD10CM G80.9 | | | V2\n" + visits))
                .isEqualTo("secondary_cause cerebral_palsy 1 dates 1 records no");
        assertThat(tags("0 | ICD10CM G80.9 | | | V3\n" + visits))
                .isEqualTo("secondary_cause cerebral_palsy 1 dates 1 records no");
    }

    @ParameterizedTest
    @CsvSource({
        "P07.30, 0, secondary_cause prematurity 1 dates 1 records from 2016-01-01",
        "Q78.0, 29, secondary_cause osteogenesis_imperfecta 2 dates 2 records no",
        "Q78.0, 30, secondary_cause osteogenesis_imperfecta 2 dates 2 records from 2016-01-01",
        "C91.00, 29, secondary_cause cancer 2 dates 2 records no",
        "C91.00, 30, secondary_cause cancer 2 dates 2 records from 2016-01-01 to 2021-01-30",
        "E55.9, 29, lifestyle_cause calcium_vitamin_d_deficiency 2 dates 2 records no",
        "E55.9, 30, lifestyle_cause calcium_vitamin_d_deficiency 2 dates 2 records from 2016-01-01 to 2017-01-30",
        "Z99.3, 29, lifestyle_cause inactivity_immobility 2 dates 2 records no",
        "Z99.3, 30, lifestyle_cause inactivity_immobility 2 dates 2 records from 2016-01-01",
    })
    void anItemsOwnRuleGoesBeforeThatOfItsGroup(String code, int second, String expected) {
        String rows =
                "0 | ICD10CM %s\n".formatted(code) + (second == 0 ? "" : "%d | ICD10CM %s\n".formatted(second, code));
        assertThat(tags(rows).lines().filter(line -> !line.startsWith("ijo_")).collect(Collectors.joining("\n")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ICD10CM Q78.2, ijo_exclusion_genetic_or_endocrine, from 2016-01-01",
        "ICD10CM M85.80, low_bmd_dx, from 2016-01-01",
        "HCPCS J3489, treatment, from 2016-01-01 to 2016-01-01",
        "CPT 97802, evaluation, from 2016-01-01 to 2016-01-01",
        "CPT 77075, imaging, from 2016-01-01 to 2016-01-01",
        "CPT 77080, dxa_procedure, from 2016-01-01 to 2016-01-01",
        "ICD10CM G40.909, context, from 2016-01-01",
    })
    void oneRecordIsEnoughWhereNothingElseIsAsked(String code, String group, String effect) {
        assertThat(tags("0 | %s\n".formatted(code)).lines())
                .filteredOn(line -> line.startsWith(group))
                .singleElement()
                .asString()
                .endsWith("1 dates 1 records " + effect);
    }

    @ParameterizedTest
    @CsvSource({"29, no", "30, from 2016-01-01", "31, from 2016-01-01"})
    void aDiagnosisOfOsteoporosisHoldsWithTwoDatesThirtyDaysApart(int second, String effect) {
        assertThat(tags("0 | ICD10CM M81.0\n%d | ICD10CM M81.0\n".formatted(second)))
                .isEqualTo("osteoporosis_dx osteoporosis_dx 2 dates 2 records " + effect);
    }

    @Test
    void anItemBelowAnotherTakesTheRuleAboveIt() {
        TagRule ofItem = new TagRule(1, 0, false, 7);
        TagRule ofGroup = new TagRule(2, 30, true, null);
        TagRules rules = new TagRules(Map.of("secondary_cause", ofGroup), Map.of("liver.chronic", ofItem), Map.of());
        assertThat(rules.rule("secondary_cause", "liver.chronic.biliary")).isEqualTo(ofItem);
        assertThat(rules.rule("secondary_cause", "liver.chronic")).isEqualTo(ofItem);
        assertThat(rules.rule("secondary_cause", "liver")).isEqualTo(ofGroup);
        assertThat(rules.rule("secondary_cause", "liver.chronical")).isEqualTo(ofGroup);
    }

    @Test
    void extensionsAreReportedWithTheConditions() {
        assertThat(tags("0 | ICD10CM M34.0\n40 | ICD10CM M34.0\n"))
                .isEqualTo("secondary_cause chronic_inflammatory_disease.other 2 dates 2 records from 2016-01-01");
        assertThat(TagEngine.group(Role.SECONDARY_CAUSE_EXTENSION)).contains("secondary_cause");
    }

    @Test
    void aCodeThatCancelsAConditionMakesNoTag() {
        assertThat(tags("0 | ICD10CM E10.A1\n40 | ICD10CM E10.A1\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "19.9; ng/mL; yes",
                "20.0; ng/mL; no",
                "20.1; ng/mL; no",
                "19.9; NG/ML; yes",
                "19.9; ''; yes",
                "49.91; nmol/L; yes",
                "49.92; nmol/L; no",
                "50; nmol/L; no",
                "12; ug/dL; no",
                "''; ng/mL; no",
            })
    void oneLowValueIsADeficiencyForAYear(String value, String unit, String deficient) {
        assertThat(tags("0 | LOINC 1989-3 | %s | %s\n".formatted(value, unit)).lines())
                .filteredOn(line -> line.startsWith("lifestyle"))
                .hasSize(deficient.equals("yes") ? 1 : 0)
                .allMatch(
                        line -> line.equals(
                                "lifestyle_cause calcium_vitamin_d_deficiency 1 dates 1 records from 2016-01-01 to 2016-12-31"));
    }

    @Test
    void aTreatmentIsInEffectOnTheDaysOfItsRecords() {
        assertThat(tags("0 | CPT 77080\n1 | CPT 77080\n9 | CPT 77080\n"))
                .isEqualTo(
                        "dxa_procedure dxa_scan 3 dates 3 records from 2016-01-01 to 2016-01-02, from 2016-01-10 to 2016-01-10");
    }

    @ParameterizedTest
    @CsvSource({
        "365, from 2016-01-01 to 2017-12-31",
        "366, from 2016-01-01 to 2018-01-01",
        "367, 'from 2016-01-01 to 2016-12-31, from 2017-01-02 to 2018-01-02'",
    })
    void aDeficiencyPassesWhenNoRecordFollowsWithinAYear(int day, String effect) {
        assertThat(tags("0 | ICD10CM E55.9\n%d | ICD10CM E55.9\n".formatted(day)))
                .isEqualTo("lifestyle_cause calcium_vitamin_d_deficiency 2 dates 2 records " + effect);
    }

    @Test
    void whatLastsForLifeHasNoPause() {
        assertThat(tags("0 | ICD10CM G80.9\n2000 | ICD10CM G80.9\n"))
                .isEqualTo("secondary_cause cerebral_palsy 2 dates 2 records from 2016-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2015-12-30, 2015-12-31, false",
        "2015-12-30, 2016-01-01, true",
        "2017-01-30, 2017-02-10, true",
        "2017-01-31, 2017-02-10, false",
        "2016-05-01, 2016-05-01, true",
    })
    void anItemIsInEffectFromItsFirstToItsLastDayInclusive(LocalDate from, LocalDate to, boolean inEffect) {
        Tag tag = ENGINE.tags(ShippedStudy.coded(picture("0 | ICD10CM E55.9\n30 | ICD10CM E55.9\n")))
                .get(0);
        assertThat(tag.effectEnd()).isEqualTo("2017-01-30");
        assertThat(tag.inEffect(from, to)).isEqualTo(inEffect);
    }

    @Test
    void anItemThatDoesNotQualifyIsNeverInEffect() {
        Tag tag =
                ENGINE.tags(ShippedStudy.coded(picture("0 | ICD10CM G80.9\n"))).get(0);
        assertThat(tag.inEffect(LocalDate.parse("2016-01-01"), LocalDate.parse("2016-12-31")))
                .isFalse();
    }

    @Test
    void tagsStandInTheOrderOfGroupAndItemAndDrugsAreNoneHere() {
        assertThat(tags("""
                0 | RXNORM 8640
                0 | ICD10CM Z79.52
                0 | LOINC 17861-6 | 9 | mg/dL
                0 | ICD10CM M81.8
                0 | ICD10CM G80.9
                """)).isEqualTo("""
                ijo_dx_hint idiopathic_juvenile_osteoporosis 1 dates 1 records from 2016-01-01
                lab lab.calcium 1 dates 1 records from 2016-01-01 to 2016-01-01
                osteoporosis_dx osteoporosis_dx 1 dates 1 records no
                secondary_cause cerebral_palsy 1 dates 1 records no""");
    }

    private static String picture(String rows) {
        return "born 2008-01-01 male, observed 2008-01-01 to 2024-12-31\n"
                + "date | code | value | unit | visit | inpatient\n" + RelativeDays.dated(ZERO, rows);
    }

    private static String tags(String rows) {
        return ENGINE.tags(ShippedStudy.coded(Histories.parse(picture(rows)))).stream()
                .map(tag -> tag.role() + " " + tag.item() + " " + tag.dates() + " dates " + tag.records() + " records "
                        + effect(tag))
                .collect(Collectors.joining("\n"));
    }

    private static String effect(Tag tag) {
        return tag.qualifies()
                ? tag.effects().stream()
                        .map(effect -> "from " + effect.start() + (effect.end() == null ? "" : " to " + effect.end()))
                        .collect(Collectors.joining(", "))
                : "no";
    }
}
