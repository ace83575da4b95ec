package org.osteocohort.fracture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osteocohort.testkit.ShippedStudy;

/** Pictures of the fracture rules: diagnosis rows in, events out. */
class FractureEngineTest {
    private static final FractureSettings COMMON = ShippedStudy.RULES.fractures();

    @Test
    void activeTreatmentRepeatsAndLaterEncountersAreOneEvent() {
        assertThat(events("""
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                2018-03-01 | ICD10CM S52.501A
                2018-03-21 | ICD10CM S52.501A
                2018-04-10 | ICD10CM S52.501D
                """)).isEqualTo("""
                2018-03-01 FOREARM/RIGHT/LONG_BONE UNKNOWN counted 2 rows""");
    }

    @Test
    void healingAndSequelaAloneAreNoFracture() {
        assertThat(events("""
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                2018-03-01 | ICD10CM S52.501D
                2019-03-01 | ICD10CM S52.501S
                2019-05-01 | ICD10CM S52.501K
                """)).isEmpty();
    }

    @Test
    void openFractureCharactersAreActiveOnlyWhereTheTableHasThem() {
        assertThat(events("""
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                2015-01-01 | ICD10CM S72.301C
                2016-06-01 | ICD10CM S42.301B
                2017-12-01 | ICD10CM S49.001A
                2018-12-01 | ICD10CM M80.051A
                2019-12-01 | ICD10CM S89.001D
                """)).isEqualTo("""
                2015-01-01 FEMUR/RIGHT/LONG_BONE UNKNOWN counted 1 rows
                2016-06-01 HUMERUS/RIGHT/LONG_BONE UNKNOWN counted 1 rows
                2017-12-01 HUMERUS/RIGHT/LONG_BONE UNKNOWN counted 1 rows
                2018-12-01 FEMUR/RIGHT/LONG_BONE UNKNOWN pathologic counted 1 rows""");
    }

    @Test
    void sameSideFractureWithinTheGapIsTheSameOneAndBeyondItANewOne() {
        String picture = """
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                2018-01-01 | ICD10CM S52.501A
                2018-05-01 | ICD10CM S52.501A
                """;
        assertThat(events(picture, gap(90)).lines()).hasSize(2);
        assertThat(events(picture, gap(119)).lines()).hasSize(2);
        assertThat(events(picture, gap(120)).lines()).hasSize(1);
        assertThat(events(picture, gap(180)).lines()).hasSize(1);
    }

    @Test
    void theGapRollsButAnEpisodeEndsAfterAYear() {
        StringBuilder picture = new StringBuilder("""
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                """);
        for (String day : List.of("2018-01-01", "2018-03-30", "2018-06-26", "2018-09-22", "2018-12-19", "2019-01-02")) {
            picture.append(day).append(" | ICD10CM S72.301A\n");
        }
        assertThat(events(picture.toString())).isEqualTo("""
                2018-01-01 FEMUR/RIGHT/LONG_BONE UNKNOWN counted 5 rows
                2019-01-02 FEMUR/RIGHT/LONG_BONE UNKNOWN counted 1 rows""");
    }

    @Test
    void leftAndRightAreApartAndAVagueSideJoinsEither() {
        assertThat(events("""
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                2018-01-01 | ICD10CM S52.501A
                2018-01-20 | ICD10CM S52.502A
                2018-01-25 | ICD10CM S52.509A
                """)).isEqualTo("""
                2018-01-01 FOREARM/RIGHT/LONG_BONE UNKNOWN counted 1 rows
                2018-01-20 FOREARM/LEFT/LONG_BONE UNKNOWN counted 2 rows""");
    }

    @Test
    void severalBonesOfOneAccidentAreOneEvent() {
        assertThat(events("""
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                2018-01-01 | ICD10CM S52.501A
                2018-01-01 | ICD10CM S52.502A
                2018-01-04 | ICD10CM S72.301A
                2018-01-05 | ICD10CM S42.301A
                """)).isEqualTo("""
                2018-01-01 FOREARM/LEFT/LONG_BONE+FOREARM/RIGHT/LONG_BONE+FEMUR/RIGHT/LONG_BONE UNKNOWN counted 3 rows
                2018-01-05 HUMERUS/RIGHT/LONG_BONE UNKNOWN counted 1 rows""");
    }

    @Test
    void aCodeCutShortIsNewOnlyWithoutAnEarlierRowAtTheSite() {
        assertThat(events("""
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                2018-01-01 | ICD10CM S52.501D
                2018-06-30 | ICD10CM S52.50
                2018-12-28 | ICD10CM S52.50
                """)).isEqualTo("""
                2018-12-28 FOREARM/UNKNOWN/LONG_BONE UNKNOWN counted 1 rows""");
    }

    @Test
    void sitesThatAreNeverCountedStandApartWithTheirReason() {
        assertThat(events("""
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                2010-01-02 | ICD10CM P13.4
                2015-01-01 | ICD10CM S62.601A
                2016-01-01 | ICD10CM S92.501A
                2017-01-01 | ICD10CM S02.5XXA
                2018-01-01 | ICD10CM M84.361A
                2019-01-01 | ICD10CM S42.001A
                """)).isEqualTo("""
                2010-01-02 - UNKNOWN birth_injury 1 rows
                2015-01-01 - UNKNOWN never_counted_site 1 rows
                2016-01-01 - UNKNOWN never_counted_site 1 rows
                2017-01-01 - UNKNOWN never_counted_site 1 rows
                2018-01-01 - UNKNOWN never_counted_site 1 rows
                2019-01-01 OTHER/RIGHT/OTHER_SITE UNKNOWN counted 1 rows""");
    }

    @Test
    void theHighestExternalCauseInTheWindowGivesTheTier() {
        assertThat(events("""
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                2012-01-01 | ICD10CM S52.501A
                2012-01-01 | ICD10CM W10.1XXA
                2013-01-01 | ICD10CM S52.501A
                2013-01-01 | ICD10CM W10.9XXA
                2013-01-01 | ICD10CM W01.0XXA
                2014-01-01 | ICD10CM S52.501A
                2014-01-04 | ICD10CM V43.52XA
                2015-01-01 | ICD10CM S52.501A
                2015-01-05 | ICD10CM V43.52XA
                2016-01-01 | ICD10CM S52.501A
                2016-01-01 | ICD10CM V43.52XD
                2017-01-02 | ICD10CM S52.501A
                2017-01-01 | ICD10CM W17.82XA
                2018-01-03 | ICD10CM S52.501A
                2018-01-01 | ICD10CM W17.89XA
                """)).isEqualTo("""
                2012-01-01 FOREARM/RIGHT/LONG_BONE LOW counted 1 rows
                2013-01-01 FOREARM/RIGHT/LONG_BONE MODERATE counted 1 rows
                2014-01-01 FOREARM/RIGHT/LONG_BONE HIGH counted 1 rows
                2015-01-01 FOREARM/RIGHT/LONG_BONE UNKNOWN counted 1 rows
                2016-01-01 FOREARM/RIGHT/LONG_BONE UNKNOWN counted 1 rows
                2017-01-02 FOREARM/RIGHT/LONG_BONE MODERATE counted 1 rows
                2018-01-03 FOREARM/RIGHT/LONG_BONE UNKNOWN counted 1 rows""");
    }

    @Test
    void anExternalCauseOfTheSameEncounterCountsOutsideTheWindow() {
        assertThat(events("""
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code             | visit
                2012-01-01 | ICD10CM S52.501A | V1
                2012-01-20 | ICD10CM V43.52XA | V1
                2013-01-01 | ICD10CM S52.501A | V2
                2013-01-20 | ICD10CM V43.52XA | V3
                """)).isEqualTo("""
                2012-01-01 FOREARM/RIGHT/LONG_BONE HIGH counted 1 rows
                2013-01-01 FOREARM/RIGHT/LONG_BONE UNKNOWN counted 1 rows""");
    }

    @Test
    void icd9AndIcd10CodesThatLookAlikeWithoutDotsStayApart() {
        assertThat(events("""
                born 2005-01-01 male, observed 2005-01-01 to 2022-12-31
                date       | code
                2012-01-01 | ICD9CM 813.42
                2012-01-01 | ICD9CM E880.1
                2013-01-01 | ICD9CM 813.42
                2013-01-01 | ICD10CM E88.01
                2014-01-01 | ICD9CM 813.42
                2014-01-01 | ICD9CM E887
                """)).isEqualTo("""
                2012-01-01 FOREARM/UNKNOWN/LONG_BONE LOW counted 1 rows
                2013-01-01 FOREARM/UNKNOWN/LONG_BONE UNKNOWN counted 1 rows
                2014-01-01 FOREARM/UNKNOWN/LONG_BONE UNKNOWN counted 1 rows""");
    }

    @Test
    void icd9AftercareAndLateEffectsAreHistoryOnly() {
        assertThat(events("""
                born 2005-01-01 male, observed 2005-01-01 to 2022-12-31
                date       | code
                2012-01-01 | ICD9CM V54.17
                2013-01-01 | ICD9CM 905.4
                2014-01-01 | ICD9CM V13.51
                """)).isEmpty();
        assertThat(events("""
                born 2005-01-01 male, observed 2005-01-01 to 2022-12-31
                date       | code
                2012-01-01 | ICD9CM 805.4
                """)).isEqualTo("2012-01-01 VERTEBRAL/UNKNOWN/VERTEBRAL_UNSPECIFIED UNKNOWN counted 1 rows");
    }

    @Test
    void localDiseaseNearTheFractureTakesItOut() {
        assertThat(events("""
                born 2005-01-01 male, observed 2005-01-01 to 2022-12-31
                date       | code
                2016-04-01 | ICD10CM S72.301A
                2016-01-02 | ICD10CM M85.4
                2017-04-01 | ICD10CM S72.301A
                2016-12-31 | ICD10CM M85.4
                2018-04-01 | ICD10CM S72.301A
                2018-05-01 | ICD10CM C41.2
                2019-04-01 | ICD10CM S72.301A
                2019-05-02 | ICD10CM C41.2
                2020-04-01 | ICD10CM S32.010A
                2020-04-01 | ICD10CM C91.00
                """)).isEqualTo("""
                2016-04-01 FEMUR/RIGHT/LONG_BONE UNKNOWN local_disease 1 rows
                2017-04-01 FEMUR/RIGHT/LONG_BONE UNKNOWN counted 1 rows
                2018-04-01 FEMUR/RIGHT/LONG_BONE UNKNOWN local_disease 1 rows
                2019-04-01 FEMUR/RIGHT/LONG_BONE UNKNOWN counted 1 rows
                2020-04-01 VERTEBRAL/UNKNOWN/VERTEBRAL_COMPRESSION UNKNOWN counted 1 rows""");
    }

    @Test
    void anUnspecificPathologicFractureLooksForLocalDiseaseAYearEitherSide() {
        assertThat(events("""
                born 2000-01-01 male, observed 2000-01-01 to 2022-12-31
                date       | code
                2010-01-01 | ICD9CM 733.14
                2011-01-01 | ICD9CM 170.7
                2013-01-01 | ICD9CM 733.14
                2014-01-02 | ICD9CM 170.7
                """)).isEqualTo("""
                2010-01-01 FEMUR/UNKNOWN/LONG_BONE UNKNOWN pathologic local_disease 1 rows
                2013-01-01 FEMUR/UNKNOWN/LONG_BONE UNKNOWN pathologic counted 1 rows""");
    }

    @Test
    void maltreatmentTakesTheFractureOut() {
        assertThat(events("""
                born 2016-01-01 male, observed 2016-01-01 to 2022-12-31
                date       | code
                2016-09-01 | ICD10CM S72.301A
                2016-09-02 | ICD10CM T74.12XA
                2018-09-01 | ICD10CM S72.301A
                2018-09-02 | ICD10CM T74.12XS
                """)).isEqualTo("""
                2016-09-01 FEMUR/RIGHT/LONG_BONE ABUSE abuse 1 rows
                2018-09-01 FEMUR/RIGHT/LONG_BONE UNKNOWN counted 1 rows""");
    }

    @Test
    void imagingWithinTwoDaysConfirms() {
        assertThat(engine(COMMON, """
                born 2010-01-01 male, observed 2010-01-01 to 2022-12-31
                date       | code
                2018-01-01 | ICD10CM S52.501A
                2018-01-03 | CPT 73090
                2019-01-01 | ICD10CM S52.501A
                2019-01-04 | CPT 73090
                2020-01-01 | ICD10CM S52.501A
                2020-01-01 | CPT 29075
                """)).extracting(FractureEvent::confirmed).containsExactly(true, false, true);
    }

    @Test
    void aChildFirstObservedAtFiveIsLeftTruncated() {
        String fracture = "date | code\n2018-01-01 | ICD10CM S52.501A\n";
        assertThat(engine(COMMON, "born 2010-02-28 male, observed 2015-02-27 to 2022-12-31\n" + fracture))
                .extracting(FractureEvent::leftTruncated)
                .containsExactly(false);
        assertThat(engine(COMMON, "born 2010-02-28 male, observed 2015-02-28 to 2022-12-31\n" + fracture))
                .extracting(FractureEvent::leftTruncated)
                .containsExactly(true);
    }

    private static FractureSettings gap(int days) {
        return COMMON.with(Map.of("episodeGapDays", days));
    }

    private static String events(String picture) {
        return events(picture, COMMON);
    }

    private static String events(String picture, FractureSettings settings) {
        return engine(settings, picture).stream().map(FractureEngineTest::line).collect(Collectors.joining("\n"));
    }

    private static List<FractureEvent> engine(FractureSettings settings, String picture) {
        return new FractureEngine(settings).events(ShippedStudy.coded(picture));
    }

    private static String line(FractureEvent event) {
        String bones = event.bones().stream()
                .map(bone -> bone.site() + "/" + bone.side() + "/" + bone.kind())
                .collect(Collectors.joining("+"));
        return event.date() + " " + (bones.isEmpty() ? "-" : bones) + " " + event.tier()
                + (event.pathologic() ? " pathologic" : "")
                + " " + (event.counted() ? "counted" : event.notCounted().label())
                + " " + event.records() + " rows";
    }
}
