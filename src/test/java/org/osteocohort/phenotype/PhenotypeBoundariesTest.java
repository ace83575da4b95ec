package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.fracture.FractureEngine;
import org.osteocohort.fracture.FractureKind;
import org.osteocohort.testkit.Histories;
import org.osteocohort.testkit.RelativeDays;
import org.osteocohort.testkit.ShippedStudy;

/**
 * The thresholds of the shipped definitions below, at and above, where ClinicalCasesTest does not draw them. Day 0 is
 * the child's eighth birthday; a row tells its day as days before or after it.
 */
class PhenotypeBoundariesTest {
    private static final LocalDate BORN = LocalDate.parse("2006-03-01");
    private static final LocalDate ZERO = LocalDate.parse("2014-03-01");
    private static final Assessor ASSESSOR =
            ShippedStudy.assessor("iscd-2019", "urmc-seed", "ward-broad", "dx-code", "iscd-2007");
    private static final String TWO_LIMBS = "0 | ICD10CM S42.301A\n100 | ICD10CM S72.301A\n";
    private static final String FALL = "0 | ICD10CM W01.0XXA\n";

    // ISCD_2019

    @ParameterizedTest
    @CsvSource({
        // the nineteenth birthday is 4018 days after the eighth
        "4017, CONFIRMED vertebral",
        "4018, NOT_MET",
        "4019, NOT_MET",
    })
    void aVertebralFractureCountsBeforeTheNineteenthBirthday(int day, String expected) {
        String row = "%d | ICD10CM S32.010A\n".formatted(day);
        assertThat(ZERO.plusDays(4018)).isEqualTo("2025-03-01");
        assertThat(verdict("ISCD_2019", row)).isEqualTo(expected);
        assertThat(verdict("WARD_BROAD", row)).isEqualTo(expected);
        assertThat(verdict("URMC_SEED", row)).isEqualTo(expected.equals("NOT_MET") ? "NOT_MET" : "SUSPECTED symptom");
        assertThat(verdict("ISCD_2007", row))
                .isEqualTo(expected.equals("NOT_MET") ? "NOT_MET" : "SUSPECTED without_dxa");
    }

    @ParameterizedTest
    @CsvSource({
        "W01.0XXA, CONFIRMED vertebral",
        "W09.8XXA, CONFIRMED vertebral",
        "V43.52XA, NOT_MET",
        "T74.12XA, NOT_MET",
    })
    void theEnergyOfAVertebralFractureDecides(String externalCause, String expected) {
        String rows = "0 | ICD10CM S32.010A\n0 | ICD10CM %s\n".formatted(externalCause);
        assertThat(verdict("ISCD_2019", rows)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "W01.0XXA, SUSPECTED limb_without_dxa",
        "W09.8XXA, SUSPECTED limb_without_dxa",
        "V43.52XA, NOT_MET",
        "T74.12XA, NOT_MET",
    })
    void theEnergyOfALimbFractureDecides(String externalCause, String expected) {
        assertThat(verdict("ISCD_2019", TWO_LIMBS + "100 | ICD10CM %s\n".formatted(externalCause)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "LOINC 85394-5, CONFIRMED limb",
        "LOCAL TBLH_Z, CONFIRMED limb",
        "LOINC 80933-5, SUSPECTED limb_without_dxa",
        "LOINC 80934-3, SUSPECTED limb_without_dxa",
        "LOINC 80932-7, SUSPECTED limb_without_dxa",
    })
    void onlySpineAndTotalBodyLessHeadDecide(String code, String expected) {
        assertThat(verdict("ISCD_2019", TWO_LIMBS + "100 | %s | -3 |\n".formatted(code)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4017, [lowBmdForAge]", "4018, []"})
    void aLowScoreIsLowForAgeInChildrenOnly(int day, String flags) {
        assertThat(flags("ISCD_2019", "%d | LOINC 85394-5 | -2.0 |\n".formatted(day)))
                .isEqualTo(flags);
    }

    @ParameterizedTest
    @CsvSource({"363, 1", "364, 1", "365, 0", "366, 0"})
    void aLeastAgeInDaysDropsTheFracturesBefore(int leastAge, int counted) {
        PatientHistory history = Histories.parse("""
                born 2014-03-01 male
                date       | code
                2015-02-28 | ICD10CM S72.301A
                """);
        FractureCount count = new FractureCount(
                1,
                Set.of(FractureKind.LONG_BONE),
                Set.of(),
                null,
                leastAge,
                Set.of(),
                Set.of(),
                null,
                false,
                false,
                CountUnit.EVENT,
                null);
        Assessment assessment = ASSESSOR.assess(history);
        Findings findings = new Findings(
                ShippedStudy.coded(history),
                assessment.fractures(),
                assessment.boneDensity(),
                assessment.exposures(),
                assessment.tags());
        assertThat(count.evaluate(findings).met()).isEqualTo(counted == 1);
    }

    @Test
    void aFractureOnTheDayOfBirthCounts() {
        String rows = "-2922 | ICD10CM S72.301A\n0 | ICD10CM S42.301A\n";
        assertThat(verdict("ISCD_2019", rows)).isEqualTo("SUSPECTED limb_without_dxa");
        assertThat(verdict("URMC_SEED", rows)).isEqualTo("SUSPECTED symptom");
        assertThat(ZERO.minusDays(2922)).isEqualTo(BORN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISCD_2019", "URMC_SEED", "WARD_BROAD"})
    void oneAtypicalFemurFractureMayComeFromItsTreatment(String phenotype) {
        assertThat(flags(phenotype, "0 | ICD10CM M84.750A\n")).contains("possibleBisphosphonateAdverseEvent");
        assertThat(flags(phenotype, "0 | ICD10CM S72.301A\n")).doesNotContain("possibleBisphosphonateAdverseEvent");
    }

    // URMC_SEED

    @ParameterizedTest
    @CsvSource({
        "S72.301A, W01.0XXA, SUSPECTED symptom",
        "S72.301A, W09.8XXA, NOT_MET",
        "S72.301A, V43.52XA, NOT_MET",
        "S72.301A, H66.90, NOT_MET",
        "M84.451A, H66.90, SUSPECTED symptom",
        "M84.451A, V43.52XA, NOT_MET",
        "S32.010A, H66.90, SUSPECTED symptom",
        "S32.010A, V43.52XA, NOT_MET",
        "S32.009A, H66.90, NOT_MET",
        "S42.001A, W10.1XXA, SUSPECTED symptom",
    })
    void oneFractureIsASuspicionOnlyWithoutTrauma(String fracture, String besides, String expected) {
        assertThat(verdict("URMC_SEED", "0 | ICD10CM %s\n0 | ICD10CM %s\n".formatted(fracture, besides)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-366, SUSPECTED symptom",
        "-365, CONFIRMED fractures_and_low_density",
        "-364, CONFIRMED fractures_and_low_density",
        "829, CONFIRMED fractures_and_low_density",
        "830, CONFIRMED fractures_and_low_density",
        "831, SUSPECTED symptom",
    })
    void theClinicLooksForScansFromAYearBeforeToTwoYearsAfterItsFractures(int day, String expected) {
        assertThat(verdict("URMC_SEED", TWO_LIMBS + "%d | LOINC 85394-5 | -2.0 |\n".formatted(day)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-1.9, SUSPECTED symptom",
        "-2.0, CONFIRMED fractures_and_low_density",
        "-2.1, CONFIRMED fractures_and_low_density",
    })
    void theScoreOfTheClinicIsLowAtMinusTwo(String score, String expected) {
        assertThat(verdict("URMC_SEED", TWO_LIMBS + "100 | LOINC 85394-5 | %s |\n".formatted(score)))
                .isEqualTo(expected);
    }

    @Test
    void aLowScoreBesideAFractureIsNotOnlyLowForAge() {
        String score = "100 | LOINC 85394-5 | -2.0 |\n";
        assertThat(flags("URMC_SEED", score)).isEqualTo("[lowBmdForAge]");
        assertThat(flags("URMC_SEED", "0 | ICD10CM S72.301A\n" + score)).isEqualTo("[]");
    }

    @Test
    void theClinicTakesADiagnosisOfTwoDatesOrOneStay() {
        String one = "200 | ICD10CM M81.8\n";
        assertThat(verdict("URMC_SEED", TWO_LIMBS + one)).isEqualTo("SUSPECTED symptom");
        assertThat(verdict("URMC_SEED", TWO_LIMBS + one + one)).isEqualTo("SUSPECTED symptom");
        assertThat(verdict("URMC_SEED", TWO_LIMBS + one + "201 | ICD10CM M81.8\n"))
                .isEqualTo("PROBABLE fractures_and_diagnosis");
        assertThat(verdict("URMC_SEED", TWO_LIMBS + "200 | ICD10CM M81.8 | | | yes\n"))
                .isEqualTo("PROBABLE fractures_and_diagnosis");
        assertThat(verdict("URMC_SEED", TWO_LIMBS + "4017 | ICD10CM M81.8\n4018 | ICD10CM M81.8\n"))
                .isEqualTo("SUSPECTED symptom");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, SUSPECTED symptom on 2014-06-09",
        "0, PROBABLE fractures_and_bisphosphonate on 2014-06-09",
        "99, PROBABLE fractures_and_bisphosphonate on 2014-06-09",
        "101, PROBABLE fractures_and_bisphosphonate on 2014-06-10",
    })
    void theClinicTakesABisphosphonateFromTheDayOfTheFirstFractureOn(int day, String expected) {
        assertThat(dated("URMC_SEED", TWO_LIMBS + "%d | HCPCS J3489\n".formatted(day)))
                .isEqualTo(expected);
    }

    // WARD_BROAD

    @ParameterizedTest
    @CsvSource({
        // the tenth birthday is 731 days after the eighth
        "730, 9999, PROBABLE limb_fracture_history",
        "731, 9999, NOT_MET",
        "732, 9999, NOT_MET",
        "731, 1000, PROBABLE limb_fracture_history",
    })
    void theWiderNetAsksForTwoLimbFracturesBeforeTenOrThree(int second, int third, String expected) {
        String rows = "0 | ICD10CM S42.301A\n%d | ICD10CM S72.301A\n%d | ICD10CM S52.501A\n".formatted(second, third);
        assertThat(verdict("WARD_BROAD", rows)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "S32.009A, CONFIRMED vertebral_unspecified_at_risk",
        "M84.451A, PROBABLE low_trauma_at_risk",
        "S72.301A, NOT_MET",
    })
    void oneVertebralOrPathologicalFractureCountsForAChildAtRisk(String fracture, String expected) {
        String risk = "-9 | ICD10CM G80.9 | | | yes\n";
        assertThat(verdict("WARD_BROAD", risk + "0 | ICD10CM %s\n".formatted(fracture)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "89, PROBABLE low_trauma_at_risk on 2014-05-29",
        "90, PROBABLE low_trauma_at_risk on 2014-05-30",
        "91, NOT_MET",
    })
    void aRiskIsFoundAtMostNinetyDaysAfterTheFracture(int day, String expected) {
        String rows = "0 | ICD10CM S72.301A\n" + FALL + "%d | ICD10CM G80.9 | | | yes\n".formatted(day);
        assertThat(dated("WARD_BROAD", rows)).isEqualTo(expected);
    }

    @Test
    void aRiskThatPassedAndCameBackMakesACaseFromItsReturn() {
        String cancer = "-2500 | ICD10CM C91.00\n-2400 | ICD10CM C91.00\n89 | ICD10CM C91.00\n";
        assertThat(dated("WARD_BROAD", "0 | ICD10CM S72.301A\n" + FALL + cancer))
                .isEqualTo("PROBABLE low_trauma_at_risk on 2014-05-29");
    }

    @ParameterizedTest
    @CsvSource({
        "W01.0XXA, PROBABLE low_trauma_at_risk",
        "W09.8XXA, NOT_MET",
        "H66.90, NOT_MET",
        "V43.52XA, NOT_MET",
    })
    void aSingleLongBoneCountsForAChildAtRiskOnlyWhenItsEnergyIsKnownToBeLow(String externalCause, String expected) {
        assertThat(verdict(
                        "WARD_BROAD",
                        "0 | ICD10CM S72.301A\n-9 | ICD10CM G80.9 | | | yes\n0 | ICD10CM %s\n"
                                .formatted(externalCause)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Z99.3, PROBABLE low_trauma_at_risk", // immobility
        "Q78.1, NOT_MET", // another bone disease
        "R63.4, NOT_MET", // energy imbalance
        "E55.9, NOT_MET", // deficiency of vitamin D
    })
    void ofTheLifestyleFactorsOnlyImmobilityIsARisk(String code, String expected) {
        assertThat(verdict(
                        "WARD_BROAD",
                        "0 | ICD10CM S42.301A\n" + FALL + "-200 | ICD10CM %s | | | yes\n".formatted(code)))
                .isEqualTo(expected);
    }

    /** A hundred days of prednisone are chronic up to their last day and count for a year after it. */
    @ParameterizedTest
    @CsvSource({
        "-463, PROBABLE low_trauma_at_risk",
        "-464, PROBABLE low_trauma_at_risk",
        "-465, NOT_MET",
    })
    void steroidsAreARiskForAYearAfterChronicUse(int start, String expected) {
        String laterCourse = "400 | RXNORM 8640 | | | | 100 | oral\n";
        assertThat(verdict(
                        "WARD_BROAD",
                        "0 | ICD10CM S72.301A\n"
                                + FALL
                                + "%d | RXNORM 8640 | | | | 100 | oral\n".formatted(start)
                                + laterCourse))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "182, -1.1, -1.6, PROBABLE limb_fracture_history",
        "183, -1.1, -1.6, CONFIRMED supported_by_density",
        "184, -1.1, -1.6, CONFIRMED supported_by_density",
        "730, -1.1, -1.6, CONFIRMED supported_by_density",
        "731, -1.1, -1.6, CONFIRMED supported_by_density",
        "732, -1.1, -1.6, PROBABLE limb_fracture_history",
        "300, -1.1, -1.59, PROBABLE limb_fracture_history",
        "300, -1.1, -1.61, CONFIRMED supported_by_density",
        "300, -0.3, -0.8, CONFIRMED supported_by_density",
        "300, -1.6, -1.1, PROBABLE limb_fracture_history",
    })
    void aFallByHalfBetweenScansSixToTwentyFourMonthsApartSupports(
            int days, String first, String second, String expected) {
        String scans = "1000 | LOINC 85394-5 | %s |\n%d | LOINC 85394-5 | %s |\n".formatted(first, 1000 + days, second);
        assertThat(verdict("WARD_BROAD", TWO_LIMBS + scans)).isEqualTo(expected);
    }

    @Test
    void aFallIsOneOfTheSameSiteAndTheSameKindOfScore() {
        String first = "1000 | LOINC 85394-5 | -0.5 |\n";
        assertThat(verdict("WARD_BROAD", TWO_LIMBS + first + "1300 | LOCAL TBLH_Z | -1.5 |\n"))
                .isEqualTo("PROBABLE limb_fracture_history");
        assertThat(verdict("WARD_BROAD", TWO_LIMBS + first + "1300 | LOCAL LS_HAZ_Z | -1.5 |\n"))
                .isEqualTo("PROBABLE limb_fracture_history");
        assertThat(verdict("WARD_BROAD", TWO_LIMBS + first + "1300 | LOINC 85394-5 | -1.5 |\n"))
                .isEqualTo("CONFIRMED supported_by_density");
    }

    @ParameterizedTest
    @CsvSource({
        "-366, -2.0, PROBABLE limb_fracture_history",
        "-365, -2.0, CONFIRMED supported_by_density",
        "830, -2.0, CONFIRMED supported_by_density",
        "831, -2.0, PROBABLE limb_fracture_history",
        "100, -1.9, PROBABLE limb_fracture_history",
        "100, -2.1, CONFIRMED supported_by_density",
    })
    void aLowScoreSupportsNearTheFractures(int day, String score, String expected) {
        assertThat(verdict("WARD_BROAD", TWO_LIMBS + "%d | LOINC 85394-5 | %s |\n".formatted(day, score)))
                .isEqualTo(expected);
    }

    @Test
    void aDiagnosisOfTwoDatesSupports() {
        assertThat(verdict("WARD_BROAD", TWO_LIMBS + "200 | ICD10CM M81.8\n"))
                .isEqualTo("PROBABLE limb_fracture_history");
        assertThat(verdict("WARD_BROAD", TWO_LIMBS + "200 | ICD10CM M81.8\n201 | ICD10CM M81.8\n"))
                .isEqualTo("CONFIRMED supported_by_diagnosis");
    }

    @Test
    void osteogenesisImperfectaWithAnyCountedFractureNeedsTwoDatesOrAStay() {
        String clavicle = "0 | ICD10CM S42.001A\n";
        assertThat(verdict("WARD_BROAD", clavicle + "-9 | ICD10CM Q78.0\n")).isEqualTo("NOT_MET");
        assertThat(verdict("WARD_BROAD", clavicle + "-9 | ICD10CM Q78.0\n-8 | ICD10CM Q78.0\n"))
                .isEqualTo("CONFIRMED osteogenesis_imperfecta");
        assertThat(verdict("WARD_BROAD", clavicle + "-9 | ICD10CM Q78.0 | | | yes\n"))
                .isEqualTo("CONFIRMED osteogenesis_imperfecta");
        assertThat(verdict("WARD_BROAD", "0 | ICD10CM S62.601A\n-9 | ICD10CM Q78.0 | | | yes\n"))
                .isEqualTo("NOT_MET");
    }

    // DX_CODE

    @ParameterizedTest
    @CsvSource({"29, NOT_MET", "30, CONFIRMED diagnosis", "31, CONFIRMED diagnosis"})
    void aCodedDiagnosisIsThirtyDaysApart(int apart, String expected) {
        assertThat(verdict("DX_CODE", "0 | ICD10CM M81.0\n%d | ICD10CM M81.0\n".formatted(apart)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4017, CONFIRMED diagnosis", "4018, NOT_MET"})
    void aCodedDiagnosisIsMadeBeforeTheNineteenthBirthday(int second, String expected) {
        assertThat(verdict("DX_CODE", "3900 | ICD10CM M81.0\n%d | ICD10CM M81.0\n".formatted(second)))
                .isEqualTo(expected);
    }

    // ISCD_2007

    @ParameterizedTest
    @CsvSource({
        "S72.301A, S62.601A, CONFIRMED fractures_and_low_density",
        "S82.201A, S62.601A, CONFIRMED fractures_and_low_density",
        "S82.51XA, S62.601A, NOT_MET",
        "S32.010A, S62.601A, CONFIRMED fractures_and_low_density",
        "S42.301A, S62.601A, NOT_MET",
        "S42.301A, S52.501A, CONFIRMED fractures_and_low_density",
    })
    void theFormerPositionAskedForOneLowerOrTwoUpperLimbs(String first, String second, String expected) {
        assertThat(verdict(
                        "ISCD_2007",
                        "0 | ICD10CM %s\n100 | ICD10CM %s\n100 | LOINC 85394-5 | -2.0 |\n".formatted(first, second)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-366, -2.0, SUSPECTED without_dxa",
        "-365, -2.0, CONFIRMED fractures_and_low_density",
        "730, -2.0, CONFIRMED fractures_and_low_density",
        "731, -2.0, SUSPECTED without_dxa",
        "0, -2.1, CONFIRMED fractures_and_low_density",
        "0, -1.9, NOT_MET",
    })
    void theFormerPositionLooksForLowScoresNearTheFracture(int day, String score, String expected) {
        assertThat(verdict("ISCD_2007", "0 | ICD10CM S72.301A\n%d | LOINC 85394-5 | %s |\n".formatted(day, score)))
                .isEqualTo(expected);
    }

    // fracture-rules.yaml, as shipped

    @ParameterizedTest
    @CsvSource({"89, 1", "90, 1", "91, 2"})
    void rowsUpToNinetyDaysApartAreOneFracture(int apart, int events) {
        assertThat(events("0 | ICD10CM S52.501A\n%d | ICD10CM S52.501A\n".formatted(apart)))
                .isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource({"364, 1", "365, 1", "366, 2"})
    void aFractureTakesNoRowAfterAYear(int last, int events) {
        String rows = "0 | ICD10CM S52.501A\n90 | ICD10CM S52.501A\n180 | ICD10CM S52.501A\n270 | ICD10CM S52.501A\n"
                + "350 | ICD10CM S52.501A\n";
        assertThat(events(rows + "%d | ICD10CM S52.501A\n".formatted(last))).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 1", "4, 2"})
    void bonesUpToThreeDaysApartBrokeInOneAccident(int apart, int events) {
        assertThat(events("0 | ICD10CM S52.501A\n%d | ICD10CM S72.301A\n".formatted(apart)))
                .isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource({"179, 0", "180, 0", "181, 1"})
    void aCodeCutShortIsNewAfterHalfAYear(int apart, int events) {
        assertThat(events("0 | ICD10CM S52.501D\n%d | ICD10CM S52.50\n".formatted(apart)))
                .isEqualTo(events);
    }

    private static int events(String rows) {
        return new FractureEngine(ShippedStudy.RULES.fractures())
                .events(ShippedStudy.coded(history(rows)))
                .size();
    }

    private static String verdict(String phenotype, String rows) {
        return dated(phenotype, rows).replaceFirst(" on .*", "");
    }

    private static String dated(String phenotype, String rows) {
        Verdict verdict = of(phenotype, rows);
        return verdict.caseClass()
                + verdict.atEnd()
                        .map(found -> " " + found.path() + " on " + found.indexDate())
                        .orElse("");
    }

    private static String flags(String phenotype, String rows) {
        return of(phenotype, rows).flags().toString();
    }

    private static Verdict of(String phenotype, String rows) {
        return ASSESSOR.assess(history(rows)).verdicts().stream()
                .filter(verdict -> verdict.phenotype().equals(phenotype))
                .findFirst()
                .orElseThrow();
    }

    private static PatientHistory history(String rows) {
        return Histories.parse("born " + BORN + " male, observed " + BORN + " to 2030-01-01\n"
                + "date | code | value | unit | inpatient | days | route\n" + RelativeDays.dated(ZERO, rows));
    }
}
