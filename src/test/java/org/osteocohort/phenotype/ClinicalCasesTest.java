package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.tag.Tag;
import org.osteocohort.testkit.Histories;
import org.osteocohort.testkit.ShippedStudy;

/** The sixteen cases that every reading of the criteria must get right, each a picture of one child. */
class ClinicalCasesTest {
    private static final String BOY = "born 2008-06-15 male, observed 2008-06-15 to 2027-06-30\n";
    private static final String HEADER = "date | code | value | unit\n";
    private static final Assessor ASSESSOR =
            ShippedStudy.assessor("iscd-2019", "urmc-seed", "ward-broad", "dx-code", "iscd-2007");

    // 1
    @Test
    void twoHumerusFracturesByTenWithAScoreOfExactlyMinusTwoAreConfirmed() {
        String fractures = """
                2014-06-15 | ICD10CM S42.301A
                2018-06-14 | ICD10CM S42.301A
                """;
        assertThat(iscd(fractures + "2018-07-01 | LOINC 85394-5 | -2.0 | {Z-Score}"))
                .isEqualTo("CONFIRMED limb on 2018-07-01 []");
        assertThat(iscd(fractures + "2018-07-01 | LOINC 85394-5 | -1.9 | {Z-Score}"))
                .isEqualTo("NOT_MET [fragilityNotExcluded]");
        assertThat(iscd(fractures + "2018-07-01 | LOINC 85394-5 | -2.1 | {Z-Score}"))
                .isEqualTo("CONFIRMED limb on 2018-07-01 []");
    }

    // 2
    @Test
    void aSecondFractureOnTheTenthBirthdayIsNotByTen() {
        String scan = "2018-07-01 | LOINC 85394-5 | -2.5 | {Z-Score}\n";
        assertThat(iscd("2014-06-15 | ICD10CM S42.301A\n2018-06-14 | ICD10CM S72.301A\n" + scan))
                .isEqualTo("CONFIRMED limb on 2018-07-01 []");
        assertThat(iscd("2014-06-15 | ICD10CM S42.301A\n2018-06-15 | ICD10CM S72.301A\n" + scan))
                .isEqualTo("NOT_MET [nearMiss]");
        assertThat(iscd("2014-06-15 | ICD10CM S42.301A\n2018-06-15 | ICD10CM S72.301A\n2019-02-01 | ICD10CM S82.201A\n"
                        + scan))
                .isEqualTo("CONFIRMED limb on 2019-02-01 []");
    }

    @Test
    void theThirdFractureCountsBeforeTheNineteenthBirthdayOnly() {
        String two = "2019-01-01 | ICD10CM S42.301A\n2022-01-01 | ICD10CM S72.301A\n";
        String scan = "2027-06-20 | LOINC 85394-5 | -2.5 | {Z-Score}\n";
        assertThat(iscd(two + "2027-06-14 | ICD10CM S82.201A\n" + scan)).isEqualTo("CONFIRMED limb on 2027-06-20 []");
        assertThat(iscd(two + "2027-06-15 | ICD10CM S82.201A\n" + scan)).isEqualTo("NOT_MET []");
    }

    // 3
    @Test
    void bonesOfOneAccidentCountOnceByEventAndEachByBone() {
        String both = "2014-06-15 | ICD10CM S52.501A\n2014-06-15 | ICD10CM S52.202A\n";
        String scan = "2014-07-01 | LOINC 85394-5 | -2.5 | {Z-Score}\n";
        assertThat(iscd(both + scan)).isEqualTo("NOT_MET [nearMiss]");
        FractureCount byEvent = longBones(CountUnit.EVENT);
        FractureCount byBone = longBones(CountUnit.BONE);
        assertThat(byEvent.evaluate(findings(both)).met()).isFalse();
        assertThat(byBone.evaluate(findings(both)).met()).isTrue();
        assertThat(byBone.evaluate(findings("2014-06-15 | ICD10CM S52.501A\n2014-06-15 | ICD10CM S52.201A\n"))
                        .met())
                .isFalse();
    }

    // 4 and 5 are pictures of the fracture engine.

    // 6
    @Test
    void aVertebralCompressionInACarCrashIsNoPathAndOffACurbIsOne() {
        assertThat(iscd("2016-03-01 | ICD10CM S32.010A\n2016-03-01 | ICD10CM V43.52XA\n"))
                .isEqualTo("NOT_MET []");
        assertThat(iscd("2016-03-01 | ICD10CM S32.010A\n2016-03-01 | ICD10CM W10.1XXA\n"))
                .isEqualTo("CONFIRMED vertebral on 2016-03-01 []");
        assertThat(iscd("2016-03-01 | ICD10CM S32.010A\n")).isEqualTo("CONFIRMED vertebral on 2016-03-01 []");
    }

    // 7
    @Test
    void aVertebralCompressionByABoneTumourIsExcludedAndInLeukaemiaCounted() {
        assertThat(iscd("2016-03-01 | ICD10CM S32.010A\n2015-12-02 | ICD10CM C41.2\n"))
                .isEqualTo("NOT_MET []");
        assertThat(iscd("2016-03-01 | ICD10CM S32.010A\n2016-02-01 | ICD10CM M84.58XA\n"))
                .isEqualTo("NOT_MET []");
        assertThat(iscd("2016-03-01 | ICD10CM S32.010A\n2016-04-01 | ICD10CM C91.00\n"))
                .isEqualTo("CONFIRMED vertebral on 2016-03-01 []");
    }

    // 8
    @Test
    void aFemurFractureWithATumourIsExcludedAndWithOsteogenesisImperfectaConfirmedByTheBroadView() {
        assertThat(verdict("WARD_BROAD", """
                2016-03-01 | ICD10CM S72.301A
                2016-03-01 | ICD10CM M84.551A
                2015-01-01 | ICD10CM Q78.0
                2015-06-01 | ICD10CM Q78.0
                """)).isEqualTo("NOT_MET []");
        assertThat(verdict("WARD_BROAD", """
                2016-03-01 | ICD10CM S72.301A
                2015-01-01 | ICD10CM Q78.0
                2015-06-01 | ICD10CM Q78.0
                """)).isEqualTo("CONFIRMED osteogenesis_imperfecta on 2016-03-01 []");
    }

    // 9
    @Test
    void fingerToeAndSkullNeverCountAndTheClavicleOnlyForTheSeed() {
        String never = """
                2014-01-01 | ICD10CM S62.601A
                2015-01-01 | ICD10CM S92.501A
                2016-01-01 | ICD10CM S02.0XXA
                """;
        assertThat(verdict("URMC_SEED", never)).isEqualTo("NOT_MET []");
        String clavicle = "2014-01-01 | ICD10CM S42.001A\n2016-01-01 | ICD10CM S42.001A\n";
        assertThat(verdict("URMC_SEED", clavicle)).isEqualTo("SUSPECTED symptom on 2016-01-01 [needsDxa]");
        assertThat(iscd(clavicle + "2016-02-01 | LOINC 85394-5 | -3 | {Z-Score}"))
                .isEqualTo("NOT_MET [nearMiss]");
    }

    // 10
    @Test
    void aTScoreOrADensityWithoutReferenceIsNoZScore() {
        String fractures = "2014-06-15 | ICD10CM S42.301A\n2016-06-14 | ICD10CM S42.301A\n";
        String suspected = "SUSPECTED limb_without_dxa on 2016-06-14 [needsDxa]";
        assertThat(iscd(fractures + "2016-07-01 | LOINC 38267-1 | -3.1 |\n")).isEqualTo(suspected);
        assertThat(iscd(fractures + "2016-07-01 | LOINC 24966-4 | 0.41 | g/cm2\n"))
                .isEqualTo(suspected);
        assertThat(iscd(fractures)).isEqualTo(suspected);
    }

    // 11
    @Test
    void aLowScoreWithoutFractureIsNeverADiagnosis() {
        assertThat(iscd("2016-07-01 | LOINC 85394-5 | -3 | {Z-Score}")).isEqualTo("NOT_MET [lowBmdForAge]");
    }

    // 12
    @Test
    void twoShortSteroidCoursesAreNotChronic() {
        assertThat(tag("steroids", """
                date       | code        | days | route
                2014-01-01 | RXNORM 8640 | 60   | oral
                2016-01-01 | RXNORM 8640 | 60   | oral
                """)).isEqualTo("does not qualify");
        assertThat(tag("steroids", """
                date       | code        | days | route
                2014-01-01 | RXNORM 8640 | 60   | oral
                2014-03-02 | RXNORM 8640 | 30   | oral
                """)).isEqualTo("qualifies");
        assertThat(tag("steroids", """
                date       | code        | days | route
                2014-01-01 | RXNORM 8640 | 60   | oral
                2014-03-02 | RXNORM 8640 | 29   | oral
                """)).isEqualTo("does not qualify");
    }

    // 13
    @Test
    void longerPrefixesOverrideShorterOnes() {
        assertThat(fractures("2016-01-01 | ICD10CM S52.501A\n2016-01-01 | ICD10CM W17.82XA\n"))
                .isEqualTo("MODERATE");
        assertThat(fractures("2016-01-01 | ICD10CM S52.501A\n2016-01-01 | ICD10CM W17.2XXA\n"))
                .isEqualTo("HIGH");
        assertThat(fractures("2012-01-01 | ICD9CM 813.42\n2012-01-01 | ICD9CM E880.1\n"))
                .isEqualTo("LOW");
        assertThat(fractures("2012-01-01 | ICD9CM 813.42\n2012-01-01 | ICD9CM E880.9\n"))
                .isEqualTo("MODERATE");
        assertThat(tag("type1_diabetes", HEADER + "2016-01-01 | ICD10CM E10.A1\n2017-01-01 | ICD10CM E10.A1\n"))
                .isEqualTo("no tag");
        assertThat(tag("type1_diabetes", HEADER + "2016-01-01 | ICD10CM E10.9\n2017-01-01 | ICD10CM E10.65\n"))
                .isEqualTo("qualifies");
    }

    // 14
    @Test
    void anUnspecifiedVertebralFractureCountsForTheBroadViewOnlyInAChildAtRisk() {
        assertThat(verdict("WARD_BROAD", "2012-01-01 | ICD9CM V54.17\n")).isEqualTo("NOT_MET []");
        assertThat(verdict("WARD_BROAD", "2012-01-01 | ICD9CM 805.4\n")).isEqualTo("NOT_MET []");
        assertThat(verdict("WARD_BROAD", """
                2012-01-01 | ICD9CM 805.4
                2010-01-01 | ICD9CM 343.9
                2011-01-01 | ICD9CM 343.9
                """)).isEqualTo("CONFIRMED vertebral_unspecified_at_risk on 2012-01-01 []");
        assertThat(iscd("2012-01-01 | ICD9CM 805.4\n")).isEqualTo("NOT_MET []");
    }

    // 15
    @Test
    void theHeightAdjustedScoreDecidesInAShortChild() {
        assertThat(iscd("""
                2014-06-15 | ICD10CM S42.301A
                2016-06-14 | ICD10CM S42.301A
                2016-07-01 | LOINC 85394-5  | -2.2 | {Z-Score}
                2016-07-01 | LOCAL LS_HAZ_Z | -1.4 | {Z-Score}
                2016-07-01 | LOINC 8302-2   | 112  | cm
                """)).isEqualTo("NOT_MET [fragilityNotExcluded]");
        assertThat(iscd("""
                2014-06-15 | ICD10CM S42.301A
                2016-06-14 | ICD10CM S42.301A
                2016-07-01 | LOINC 85394-5  | -2.2 | {Z-Score}
                2016-07-01 | LOINC 8302-2   | 112  | cm
                """)).isEqualTo("CONFIRMED limb on 2016-07-01 [shortUnadjusted]");
    }

    // 16
    @Test
    void aChildFirstObservedAtFiveOrLaterIsFlagged() {
        String fractures = HEADER + "2014-06-15 | ICD10CM S42.301A\n2016-06-14 | ICD10CM S42.301A\n";
        assertThat(line("ISCD_2019", "born 2008-06-15 male, observed 2013-06-15 to 2027-06-30\n" + fractures))
                .isEqualTo("SUSPECTED limb_without_dxa on 2016-06-14 [leftTruncated, needsDxa]");
        assertThat(line("ISCD_2019", "born 2008-06-15 male, observed 2013-06-14 to 2027-06-30\n" + fractures))
                .isEqualTo("SUSPECTED limb_without_dxa on 2016-06-14 [needsDxa]");
    }

    @Test
    void theSeedIsProbableByDiagnosisOrTreatmentWhenNoScoreIsKnown() {
        String fractures = "2014-06-15 | ICD10CM S42.001A\n2016-06-14 | ICD10CM S52.501A\n";
        assertThat(verdict("URMC_SEED", fractures + "2016-07-01 | ICD10CM M81.8\n2016-08-01 | ICD10CM M81.8\n"))
                .isEqualTo("PROBABLE fractures_and_diagnosis on 2016-08-01 [needsDxa]");
        assertThat(verdict("URMC_SEED", fractures + "2016-07-01 | HCPCS J3489\n"))
                .isEqualTo("PROBABLE fractures_and_bisphosphonate on 2016-07-01 [needsDxa]");
        assertThat(verdict("URMC_SEED", fractures + "2014-06-14 | HCPCS J3489\n"))
                .isEqualTo("SUSPECTED symptom on 2016-06-14 [needsDxa]");
        assertThat(verdict(
                        "URMC_SEED",
                        fractures + "2016-07-01 | HCPCS J3489\n2016-07-01 | LOINC 85394-5 | -1 | {Z-Score}"))
                .isEqualTo("SUSPECTED symptom on 2016-06-14 [bmdNormal]");
    }

    @Test
    void theDensityWindowOpensAYearBeforeTheFirstAndClosesTwoYearsAfterTheLastFracture() {
        String fractures = "2014-06-15 | ICD10CM S42.301A\n2016-06-14 | ICD10CM S42.301A\n";
        String suspected = "SUSPECTED limb_without_dxa on 2016-06-14 [needsDxa]";
        assertThat(iscd(fractures + "2013-06-14 | LOINC 85394-5 | -3 | {Z-Score}"))
                .isEqualTo(suspected);
        assertThat(iscd(fractures + "2013-06-15 | LOINC 85394-5 | -3 | {Z-Score}"))
                .isEqualTo("CONFIRMED limb on 2016-06-14 []");
        assertThat(iscd(fractures + "2018-06-14 | LOINC 85394-5 | -3 | {Z-Score}"))
                .isEqualTo("CONFIRMED limb on 2018-06-14 []");
        assertThat(iscd(fractures + "2018-06-15 | LOINC 85394-5 | -3 | {Z-Score}"))
                .isEqualTo(suspected);
    }

    @Test
    void theComparatorAsksForTwoDatesThirtyDaysApartOrOneStay() {
        assertThat(verdict("DX_CODE", "2016-07-01 | ICD10CM M81.8\n2016-07-30 | ICD10CM M81.8\n"))
                .isEqualTo("NOT_MET []");
        assertThat(verdict("DX_CODE", "2016-07-01 | ICD10CM M81.8\n2016-07-31 | ICD10CM M81.8\n"))
                .isEqualTo("CONFIRMED diagnosis on 2016-07-31 []");
        assertThat(verdict("DX_CODE", "2016-07-01 | ICD10CM M81.6\n2016-09-30 | ICD10CM M81.6\n"))
                .isEqualTo("NOT_MET []");
        assertThat(line("DX_CODE", BOY + """
                date       | code          | visit
                2016-07-01 | ICD10CM M81.8 | V1
                visit | kind      | start      | end
                V1    | inpatient | 2016-07-01 | 2016-07-03
                """)).isEqualTo("CONFIRMED diagnosis on 2016-07-01 []");
    }

    private static FractureCount longBones(CountUnit unit) {
        return new FractureCount(
                2,
                java.util.Set.of(org.osteocohort.fracture.FractureKind.LONG_BONE),
                java.util.Set.of(),
                10,
                0,
                java.util.Set.of(),
                java.util.Set.of(),
                null,
                false,
                false,
                unit,
                null);
    }

    private static Findings findings(String rows) {
        Assessment assessment = ASSESSOR.assess(Histories.parse(BOY + HEADER + rows));
        return new Findings(
                ShippedStudy.coded(assessment.history()),
                assessment.fractures(),
                assessment.boneDensity(),
                assessment.exposures(),
                assessment.tags());
    }

    private static String iscd(String rows) {
        return verdict("ISCD_2019", rows);
    }

    private static String verdict(String phenotype, String rows) {
        return line(phenotype, BOY + HEADER + rows);
    }

    private static String line(String phenotype, String picture) {
        return ASSESSOR.assess(Histories.parse(picture)).verdicts().stream()
                .filter(verdict -> verdict.phenotype().equals(phenotype))
                .map(verdict -> verdict.caseClass()
                        + verdict.atEnd()
                                .map(found -> " " + found.path() + " on " + found.indexDate())
                                .orElse("")
                        + " " + verdict.flags())
                .collect(Collectors.joining());
    }

    private static String fractures(String rows) {
        return ASSESSOR.assess(Histories.parse(BOY + HEADER + rows)).fractures().stream()
                .map(FractureEvent::tier)
                .map(Enum::name)
                .collect(Collectors.joining());
    }

    private static String tag(String item, String rows) {
        return ASSESSOR.assess(Histories.parse(BOY + rows)).tags().stream()
                .filter(tag -> tag.item().equals(item))
                .map(Tag::qualifies)
                .map(qualifies -> qualifies ? "qualifies" : "does not qualify")
                .findFirst()
                .orElse("no tag");
    }
}
