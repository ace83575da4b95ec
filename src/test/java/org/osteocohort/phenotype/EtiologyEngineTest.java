package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.testkit.Histories;
import org.osteocohort.testkit.RelativeDays;
import org.osteocohort.testkit.ShippedStudy;

/**
 * Why a child has osteoporosis. Every child here has one vertebral compression fracture; a row tells its day as days
 * before or after that fracture, which is the index.
 */
class EtiologyEngineTest {
    private static final LocalDate INDEX = LocalDate.parse("2016-03-01");
    private static final Assessor ASSESSOR = ShippedStudy.assessor("iscd-2019");
    private static final String CEREBRAL_PALSY = "-900 | ICD10CM G80.9\n-800 | ICD10CM G80.9\n";
    private static final String WORK_UP = """
            -20 | LOINC 17861-6 | 9.5 | mg/dL
            -20 | LOINC 2777-1  | 4.5 | mg/dL
            -20 | LOINC 1989-3  | 31  | ng/mL
            -20 | LOINC 2731-8  | 40  | pg/mL
            -20 | LOINC 2160-0  | 0.5 | mg/dL
            """;

    @Test
    void osteogenesisImperfectaIsGeneticWhateverElseIsOnRecord() {
        assertThat(etiology(CEREBRAL_PALSY + "-700 | ICD10CM Q78.0\n-600 | ICD10CM Q78.0\n"))
                .isEqualTo("GENETIC [cerebral_palsy, osteogenesis_imperfecta]");
    }

    @Test
    void oneCodeOfOsteogenesisImperfectaIsNoDiagnosisYetBarsIdiopathicDisease() {
        assertThat(etiology("-700 | ICD10CM Q78.0\n")).isEqualTo("OTHER_DISEASE []");
    }

    @Test
    void aConditionAMedicationOrALifestyleFactorIsACause() {
        assertThat(etiology(CEREBRAL_PALSY)).isEqualTo("SECONDARY [cerebral_palsy]");
        assertThat(etiology("-100 | ICD10CM Z79.52\n-90 | ICD10CM Z79.52\n")).isEqualTo("SECONDARY [steroids]");
        assertThat(etiology("-100 | ICD10CM Z99.3\n-50 | ICD10CM Z99.3\n"))
                .isEqualTo("SECONDARY [inactivity_immobility]");
    }

    @ParameterizedTest
    @CsvSource({
        "-29, NO",
        "-30, SECONDARY [cerebral_palsy]",
        "-31, SECONDARY [cerebral_palsy]",
    })
    void aConditionNeedsTwoDatesThirtyDaysApart(int first, String expected) {
        String told = etiology("%d | ICD10CM G80.9\n0 | ICD10CM G80.9\n".formatted(first));
        assertThat(told).isEqualTo(expected.equals("NO") ? "IJO_NO_CAUSE_OBSERVED []" : expected);
    }

    @Test
    void oneRecordOfAStayInHospitalIsEnoughForACondition() {
        assertThat(etiology("-200 | ICD10CM G80.9 | | | yes\n")).isEqualTo("SECONDARY [cerebral_palsy]");
        assertThat(etiology("-200 | ICD10CM G80.9 | | | no\n")).isEqualTo("IJO_NO_CAUSE_OBSERVED []");
    }

    @Test
    void prematurityIsRecordedOnce() {
        assertThat(etiology("-2800 | ICD10CM P07.30\n")).isEqualTo("SECONDARY [prematurity]");
    }

    @ParameterizedTest
    @CsvSource({
        "89, SECONDARY [cerebral_palsy]",
        "90, SECONDARY [cerebral_palsy]",
        "91, SECONDARY_LATE []",
        "364, SECONDARY_LATE []",
        "365, SECONDARY_LATE []",
        "366, IJO_NO_CAUSE_OBSERVED []",
    })
    void aCauseFoundLaterIsLateAndAfterAYearNone(int day, String expected) {
        assertThat(etiology("%d | ICD10CM G80.9 | | | yes\n".formatted(day))).isEqualTo(expected);
    }

    /** The effect of a cancer lasts 1826 days after its last record. */
    @ParameterizedTest
    @CsvSource({
        "-1825, SECONDARY [cancer]",
        "-1826, SECONDARY [cancer]",
        "-1827, UNDETERMINED []",
    })
    void cancerIsACauseForFiveYearsAndNoGroundForIdiopathicDiseaseAfterThem(int last, String expected) {
        assertThat(etiology("-2500 | ICD10CM C91.00\n%d | ICD10CM C91.00\n".formatted(last)))
                .isEqualTo(expected);
    }

    /** Chronic use counts for a year after the last day on which it was chronic: day 100 of the supply. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-463; SECONDARY [corticosteroids, steroids]",
                "-464; SECONDARY [corticosteroids, steroids]",
                "-465; UNDETERMINED []",
            })
    void steroidsAreACauseForAYearAfterChronicUse(int start, String expected) {
        assertThat(etiology("%d | RXNORM 8640 | | | | 100 | oral\n".formatted(start)))
                .isEqualTo(expected);
    }

    @Test
    void aDeficiencyYearsAgoLeavesTheCauseUndetermined() {
        assertThat(etiology("-2000 | LOINC 1989-3 | 12 | ng/mL\n")).isEqualTo("UNDETERMINED []");
        assertThat(etiology("-100 | LOINC 1989-3 | 12 | ng/mL\n"))
                .isEqualTo("SECONDARY [calcium_vitamin_d_deficiency]");
    }

    @Test
    void whatPassedYearsBeforeAndCameAgainYearsLaterIsNoCauseBetween() {
        assertThat(etiology("-2000 | LOINC 1989-3 | 12 | ng/mL\n800 | LOINC 1989-3 | 12 | ng/mL\n"))
                .isEqualTo("UNDETERMINED []");
        assertThat(etiology("-2500 | ICD10CM C91.00\n-2400 | ICD10CM C91.00\n800 | ICD10CM C91.00\n"))
                .isEqualTo("UNDETERMINED []");
        assertThat(etiology("-900 | RXNORM 8640 | | | | 100 | oral\n800 | RXNORM 8640 | | | | 100 | oral\n"))
                .isEqualTo("UNDETERMINED []");
    }

    @ParameterizedTest
    @CsvSource({
        "19.9, ng/mL, SECONDARY [calcium_vitamin_d_deficiency]",
        "20.0, ng/mL, IJO_NO_CAUSE_OBSERVED []",
        "20.1, ng/mL, IJO_NO_CAUSE_OBSERVED []",
        "49.9, nmol/L, SECONDARY [calcium_vitamin_d_deficiency]",
        "50, nmol/L, IJO_NO_CAUSE_OBSERVED []",
        "19.9, '', SECONDARY [calcium_vitamin_d_deficiency]",
        "19.9, ug/L, IJO_NO_CAUSE_OBSERVED []",
        "'', ng/mL, IJO_NO_CAUSE_OBSERVED []",
    })
    void vitaminDIsDeficientBelowTwentyNanogramsOrFiftyNanomoles(String value, String unit, String expected) {
        assertThat(etiology("-10 | LOINC 1989-3 | %s | %s\n".formatted(value, unit)))
                .isEqualTo(expected);
    }

    @Test
    void energyImbalanceIsReportedAndDoesNotBarIdiopathicDisease() {
        assertThat(etiology("-100 | ICD10CM R63.4\n-50 | ICD10CM R63.4\n"))
                .isEqualTo("IJO_NO_CAUSE_OBSERVED [excess_exercise_energy_imbalance]");
        assertThat(etiology("-1500 | ICD10CM R63.4\n-1400 | ICD10CM R63.4\n")).isEqualTo("IJO_NO_CAUSE_OBSERVED []");
        assertThat(etiology(CEREBRAL_PALSY + "-100 | ICD10CM R63.4\n-50 | ICD10CM R63.4\n"))
                .isEqualTo("SECONDARY [cerebral_palsy, excess_exercise_energy_imbalance]");
    }

    @ParameterizedTest
    @CsvSource({
        "-2000, OTHER_DISEASE []",
        "90, OTHER_DISEASE []",
        "200, OTHER_DISEASE []",
        "365, OTHER_DISEASE []",
        "366, IJO_SUPPORTED []",
    })
    void anotherBoneDiseaseFoundWithinAYearRulesIdiopathicDiseaseOut(int day, String expected) {
        assertThat(etiology(WORK_UP + "%d | ICD10CM Q87.40\n".formatted(day))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-366, 366, IJO_NO_CAUSE_OBSERVED",
        "-365, 365, IJO_NO_CAUSE_OBSERVED",
        "-365, 364, IJO_NO_CAUSE_RECORDED",
        "-365, 0, IJO_NO_CAUSE_RECORDED",
        "-364, 365, UNDETERMINED",
        "-364, 0, UNDETERMINED",
    })
    void idiopathicDiseaseIsClaimedAsFarAsObservationReaches(int before, int after, String expected) {
        assertThat(etiology("2008-06-15", INDEX.plusDays(before) + " to " + INDEX.plusDays(after), ""))
                .isEqualTo(expected + " []");
    }

    @Test
    void observationFiledByYearsIsOneAndAGapOfADayIsNot() {
        String years = "%s to 2015-12-31, observed %s to 2017-12-31";
        assertThat(etiology("2008-06-15", years.formatted("2014-01-01", "2016-01-01"), ""))
                .isEqualTo("IJO_NO_CAUSE_OBSERVED []");
        assertThat(etiology("2008-06-15", years.formatted("2014-01-01", "2016-01-02"), ""))
                .isEqualTo("UNDETERMINED []");
    }

    @Test
    void aCauseIsTakenAsFarAsItIsKnownHoweverShortTheObservation() {
        assertThat(etiology("2008-06-15", "2016-02-01 to 2016-04-01", CEREBRAL_PALSY))
                .isEqualTo("SECONDARY [cerebral_palsy]");
    }

    @ParameterizedTest
    @CsvSource({
        "2014-03-02, IJO_NO_CAUSE_OBSERVED", // one year old
        "2014-03-01, IJO_SUPPORTED", // the second birthday
        "1997-03-02, IJO_SUPPORTED", // the last day before the nineteenth birthday
        "unknown, NONE",
    })
    void idiopathicDiseaseIsSupportedFromTwoToEighteenYears(String born, String expected) {
        String told = etiology(born, "2014-06-01 to 2018-01-01", WORK_UP);
        assertThat(told).isEqualTo(expected.equals("NONE") ? "not met" : expected + " []");
    }

    @Test
    void theWholeWorkUpMustBeOnFileAndNormal() {
        assertThat(etiology(WORK_UP)).isEqualTo("IJO_SUPPORTED []");
        for (String line : WORK_UP.lines().toList()) {
            assertThat(etiology(WORK_UP.replace(line + "\n", "")))
                    .as("without %s", line)
                    .isEqualTo("IJO_NO_CAUSE_OBSERVED []");
            boolean ranged = !line.contains("2731-8");
            String withoutNumber = line.replaceFirst("\\| [0-9.]+ *\\|", "| |");
            assertThat(etiology(WORK_UP.replace(line, withoutNumber)))
                    .as("without a number: %s", line)
                    .isEqualTo("IJO_NO_CAUSE_OBSERVED []");
            String otherUnit = line.replaceFirst("\\| [a-zA-Z]+/[a-zA-Z]+", "| mmol/L");
            assertThat(etiology(WORK_UP.replace(line, otherUnit)))
                    .as("in another unit: %s", line)
                    .isEqualTo(ranged ? "IJO_NO_CAUSE_OBSERVED []" : "IJO_SUPPORTED []");
        }
    }

    @Test
    void alkalinePhosphataseStandsInForParathyroidHormone() {
        assertThat(etiology(WORK_UP.replace("LOINC 2731-8  | 40  | pg/mL", "LOINC 6768-6  | 200 | U/L")))
                .isEqualTo("IJO_SUPPORTED []");
    }

    @ParameterizedTest
    @CsvSource({
        "17861-6, 8.3, no",
        "17861-6, 8.4, yes",
        "17861-6, 10.8, yes",
        "17861-6, 10.9, no",
        "2777-1, 2.4, no",
        "2777-1, 2.5, yes",
        "2777-1, 7.0, yes",
        "2777-1, 7.1, no",
        "1989-3, 20, yes",
        "1989-3, 90, yes",
        "2160-0, 1.2, yes",
        "2160-0, 1.3, no",
        "2731-8, 400, yes",
    })
    void aResultIsNormalWithinItsRangeBothEndsIncluded(String loinc, String value, String normal) {
        String rows = WORK_UP.replaceFirst("(LOINC " + loinc + " *)\\| [0-9.]+", "$1| " + value);
        assertThat(etiology(rows)).isEqualTo(normal.equals("yes") ? "IJO_SUPPORTED []" : "IJO_NO_CAUSE_OBSERVED []");
    }

    @ParameterizedTest
    @ValueSource(ints = {-181, -180, -179, 179, 180, 181})
    void theWorkUpLiesWithin180DaysOfTheIndex(int day) {
        assertThat(etiology(WORK_UP.replace("-20 |", day + " |")))
                .isEqualTo(Math.abs(day) <= 180 ? "IJO_SUPPORTED []" : "IJO_NO_CAUSE_OBSERVED []");
    }

    @Test
    void theResultNearestToTheIndexDecides() {
        String calcium = "%d | LOINC 17861-6 | %s | mg/dL\n";
        assertThat(etiology(WORK_UP + calcium.formatted(21, "7.0"))).isEqualTo("IJO_SUPPORTED []");
        assertThat(etiology(WORK_UP + calcium.formatted(19, "7.0"))).isEqualTo("IJO_NO_CAUSE_OBSERVED []");
    }

    @ParameterizedTest
    @CsvSource({
        "17862-4, 15", // calcium in urine
        "2778-9, 60", // phosphate in urine
        "2161-8, 110", // creatinine in urine
        "1649-3, 12", // 1,25-dihydroxyvitamin D
    })
    void urineAndCalcitriolAreNotTheBloodTest(String loinc, String value) {
        assertThat(etiology(WORK_UP + "-10 | LOINC %s | %s |\n".formatted(loinc, value)))
                .isEqualTo("IJO_SUPPORTED []");
    }

    private static String etiology(String rows) {
        return etiology("2008-06-15", "2008-06-15 to 2024-12-31", rows);
    }

    private static String etiology(String born, String observed, String rows) {
        String dated = RelativeDays.dated(INDEX, rows);
        Verdict verdict = ASSESSOR.assess(Histories.parse("""
                        born %s male, observed %s
                        date | code | value | unit | inpatient | days | route
                        %s | ICD10CM S32.010A
                        %s
                        """.formatted(born, observed, INDEX, dated)))
                .verdicts()
                .get(0);
        return verdict.atEnd()
                .map(found -> found.etiology() + " " + found.causes())
                .orElse("not met");
    }
}
