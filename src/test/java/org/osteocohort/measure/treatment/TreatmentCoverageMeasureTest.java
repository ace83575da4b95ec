package org.osteocohort.measure.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

/** All children have the index date 2020-01-01, so the year after it ends on 2020-12-31 (day 365 of a leap year). */
class TreatmentCoverageMeasureTest {
    private static final String STATES =
            "denominator | treated | untreated | not_in_observation | not_eligible | unknown";

    private static List<TreatmentCoverageRow> rows(AssessmentPicture children) {
        String verdicts = "id | phenotype | class | index\n"
                + children.assessments().stream()
                        .map(child -> child.history().patient().patientId() + " | ISCD_2019 | CONFIRMED | 2020-01-01")
                        .collect(Collectors.joining("\n"));
        return MeasurePicture.rows(
                new TreatmentCoverageMeasure(MeasurePicture.twoYears()), children.verdicts(verdicts));
    }

    private static String picture(AssessmentPicture children, Predicate<TreatmentCoverageRow> chosen, String columns) {
        List<TreatmentCoverageRow> overall = rows(children).stream()
                .filter(row -> row.caseClass().equals("confirmed")
                        && row.sex().equals("all")
                        && row.ageGroup().equals("all"))
                .filter(chosen)
                .toList();
        return RowPicture.of(TreatmentCoverageRow.TABLE, overall, columns);
    }

    private static Predicate<TreatmentCoverageRow> in(String treatment, String window) {
        return row -> row.treatment().equals(treatment) && row.windowName().equals(window);
    }

    @Test
    void aRecordOnTheFirstOrLastDayOfTheWindowCountsAndOneDayOutsideDoesNot() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        b  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        c  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        d  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        """).tags("""
                        id | role      | item               | start | end | records
                        a  | treatment | calcium_supplement | -     | -   | 2019-12-31
                        b  | treatment | calcium_supplement | -     | -   | 2020-01-01
                        c  | treatment | calcium_supplement | -     | -   | 2020-12-31
                        d  | treatment | calcium_supplement | -     | -   | 2021-01-01
                        """);
        assertThat(picture(
                        children,
                        row -> row.treatment().equals("calcium_supplement")
                                && row.denominatorName().equals("all_in_cohort"),
                        "window_name | window_start_day | window_end_day | " + STATES))
                .isEqualTo(RowPicture.plain("""
                                window_name | window_start_day | window_end_day | denominator | treated | untreated | not_in_observation | not_eligible | unknown
                                baseline    | -365 | -1  | 4 | 1 | 3 | 0 | 0 | 0
                                work_up     | -365 | 90  | 4 | 2 | 2 | 0 | 0 | 0
                                full_work_up | -180 | 180 | 4 | 2 | 2 | 0 | 0 | 0
                                evaluation  | -90  | 365 | 4 | 3 | 1 | 0 | 0 | 0
                                90_days     | 0    | 90  | 4 | 1 | 3 | 0 | 0 | 0
                                180_days    | 0    | 180 | 4 | 1 | 3 | 0 | 0 | 0
                                one_year    | 0    | 365 | 4 | 2 | 2 | 0 | 0 | 0
                                two_years   | 0    | 730 | 4 | 3 | 1 | 0 | 0 | 0
                                """));
    }

    @Test
    void withoutARecordTheStateTellsWhatIsKnown() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id               | sex  | birth      | observed                                      | death
                        untreated        | male | 2010-05-10 | 2015-01-01..2020-12-31                        | -
                        a_day_short      | male | 2010-05-10 | 2015-01-01..2020-12-30                        | -
                        a_gap            | male | 2010-05-10 | 2015-01-01..2020-06-01,2020-06-03..2021-12-31 | -
                        no_gap           | male | 2010-05-10 | 2015-01-01..2020-06-01,2020-06-02..2021-12-31 | -
                        died_on_last_day | male | 2010-05-10 | 2015-01-01..2021-12-31                        | 2020-12-31
                        died_before      | male | 2010-05-10 | 2015-01-01..2021-12-31                        | 2020-12-30
                        turned_19        | male | 2001-12-31 | 2015-01-01..2021-12-31                        | -
                        turns_19_after   | male | 2002-01-01 | 2015-01-01..2021-12-31                        | -
                        not_at_index     | male | 2010-05-10 | 2020-01-02..2021-12-31                        | -
                        treated_unseen   | male | 2010-05-10 | 2020-01-02..2021-12-31                        | -
                        treated_left     | male | 2010-05-10 | 2015-01-01..2020-02-01                        | -
                        treated_stayed   | male | 2010-05-10 | 2015-01-01..2021-12-31                        | -
                        """).tags("""
                        id             | role      | item                        | start | end | records
                        treated_unseen | treatment | bisphosphonate.pamidronate  | -     | -   | 2020-02-01
                        treated_left   | treatment | bisphosphonate.pamidronate  | -     | -   | 2020-02-01
                        treated_stayed | treatment | bisphosphonate.pamidronate  | -     | -   | 2020-02-01
                        """);
        assertThat(picture(
                        children, in("bisphosphonate.any", "one_year"), "denominator_name | " + STATES + " | estimate"))
                .isEqualTo(RowPicture.plain("""
                                denominator_name      | denominator | treated | untreated | not_in_observation | not_eligible | unknown | estimate
                                all_in_cohort         | 12 | 3 | 4 | 2 | 2 | 1 | 0.25
                                observed_whole_window | 5  | 1 | 4 | 0 | 0 | 0 | 0.2
                                """));
    }

    @Test
    void theYearBeforeTheIndexIsWholeFromBirthOn() {
        AssessmentPicture children = AssessmentPicture.children("""
                id                  | sex  | birth      | observed
                since_birth         | male | 2019-11-01 | 2019-11-01..2020-06-01
                a_day_after         | male | 2019-11-01 | 2019-11-02..2020-06-01
                whole_year          | male | 2010-11-01 | 2019-01-01..2020-06-01
                a_day_short         | male | 2010-11-01 | 2019-01-02..2020-06-01
                born_on_index       | male | 2020-01-01 | 2020-01-01..2020-06-01
                """);
        assertThat(picture(children, in("dxa_scan", "baseline"), "denominator_name | " + STATES))
                .isEqualTo(RowPicture.plain("""
                                denominator_name      | denominator | treated | untreated | not_in_observation | not_eligible | unknown
                                all_in_cohort         | 5 | 0 | 2 | 2 | 1 | 0
                                observed_whole_window | 2 | 0 | 2 | 0 | 0 | 0
                                """));
    }

    @Test
    void oneAgentIsAlsoAnyBisphosphonateAndAPanelNeedsAllItsParts() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        b  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        """).tags("""
                        id | role              | item                           | start | end | records
                        a  | treatment         | bisphosphonate.zoledronic_acid | -     | -   | 2020-02-01
                        a  | treatment         | bisphosphonate.alendronate     | -     | -   | 2020-03-01
                        b  | treatment_dx_flag | bisphosphonate.any             | -     | -   | 2020-03-01
                        a  | lab               | lab.calcium                    | -     | -   | 2020-02-01
                        a  | lab               | lab.phosphorus                 | -     | -   | 2020-02-01
                        a  | lab               | lab.vitamin_d                  | -     | -   | 2020-12-31
                        b  | lab               | lab.calcium                    | -     | -   | 2020-02-01
                        b  | lab               | lab.phosphorus                 | -     | -   | 2020-02-01
                        b  | lab               | lab.vitamin_d                  | -     | -   | 2021-01-01
                        a  | not_dxa           | dxa_scan                       | -     | -   | 2020-02-01
                        """).scans("""
                        id | date       | z
                        b  | 2020-05-01 | -2.5
                        """);
        assertThat(picture(
                        children,
                        row -> row.windowName().equals("one_year")
                                && row.denominatorName().equals("all_in_cohort"),
                        "treatment | treated"))
                .isEqualTo(RowPicture.plain("""
                        treatment                      | treated
                        bisphosphonate.any             | 2
                        bisphosphonate.persistent      | 0
                        bisphosphonate.zoledronic_acid | 1
                        bisphosphonate.pamidronate     | 0
                        bisphosphonate.alendronate     | 1
                        bisphosphonate.other           | 0
                        calcium_supplement             | 0
                        vitamin_d_supplement           | 0
                        nutrition_evaluation           | 0
                        pt_evaluation                  | 0
                        weight_bearing_exercise        | 0
                        dxa_scan                       | 1
                        skeletal_xray                  | 0
                        lab_panel                      | 1
                        full_work_up                   | 0
                        lab_any                        | 2
                        """));
    }

    @Test
    void aFullWorkUpAlsoNeedsAVisitByAppointment() {
        AssessmentPicture children =
                AssessmentPicture.children("""
                        id   | sex  | birth      | observed
                        seen | male | 2010-05-10 | 2015-01-01..2021-12-31
                        late | male | 2010-05-10 | 2015-01-01..2021-12-31
                        none | male | 2010-05-10 | 2015-01-01..2021-12-31
                        """).tags("""
                        id   | role      | item           | start | end | records
                        seen | imaging   | skeletal_xray  | -     | -   | 2020-02-01
                        seen | lab       | lab.calcium    | -     | -   | 2020-02-01
                        seen | lab       | lab.phosphorus | -     | -   | 2020-02-01
                        seen | lab       | lab.vitamin_d  | -     | -   | 2020-02-01
                        late | imaging   | skeletal_xray  | -     | -   | 2020-02-01
                        late | lab       | lab.calcium    | -     | -   | 2020-02-01
                        late | lab       | lab.phosphorus | -     | -   | 2020-02-01
                        late | lab       | lab.vitamin_d  | -     | -   | 2020-02-01
                        none | imaging   | skeletal_xray  | -     | -   | 2020-02-01
                        none | lab       | lab.calcium    | -     | -   | 2020-02-01
                        none | lab       | lab.phosphorus | -     | -   | 2020-02-01
                        none | lab       | lab.vitamin_d  | -     | -   | 2020-02-01
                        """).scans("""
                        id   | date       | z
                        seen | 2020-05-01 | -2.5
                        late | 2020-05-01 | -2.5
                        none | 2020-05-01 | -2.5
                        """).visits("""
                        id   | outpatient
                        seen | 2020-06-29
                        late | 2020-06-30
                        """);
        assertThat(picture(
                        children,
                        in("full_work_up", "full_work_up")
                                .and(row -> row.denominatorName().equals("all_in_cohort")),
                        "treated | untreated"))
                .isEqualTo(RowPicture.plain("""
                                treated | untreated
                                1       | 2
                                """));
    }

    @Test
    void whatImpliesWhatIsToldByTheItemsThemselves() {
        assertThat(Treatment.impliedBy("bisphosphonate.pamidronate")).containsExactly("bisphosphonate.any");
        assertThat(Treatment.impliedBy("lab_panel")).containsExactly("lab_any");
        assertThat(Treatment.impliedBy("bisphosphonate.any")).isEmpty();
        assertThat(TreatmentWindow.around("90_days"))
                .containsExactly("work_up", "full_work_up", "evaluation", "180_days", "one_year", "two_years");
        assertThat(TreatmentWindow.around("two_years")).isEmpty();
    }

    @Test
    void twoInfusionsTwoMonthsToAYearApartOrHalfAYearOfTabletsShowPersistence() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id          | sex  | birth      | observed
                        sixty_days  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        day_fewer   | male | 2010-05-10 | 2015-01-01..2021-12-31
                        year_before | male | 2010-05-10 | 2015-01-01..2021-12-31
                        long_before | male | 2010-05-10 | 2015-01-01..2021-12-31
                        tablets     | male | 2010-05-10 | 2015-01-01..2021-12-31
                        too_short   | male | 2010-05-10 | 2015-01-01..2021-12-31
                        too_thin    | male | 2010-05-10 | 2015-01-01..2021-12-31
                        """).tags("""
                        id          | role      | item                           | start | end | records
                        sixty_days  | treatment | bisphosphonate.zoledronic_acid | -     | -   | 2020-01-01, 2020-03-01
                        day_fewer   | treatment | bisphosphonate.zoledronic_acid | -     | -   | 2020-01-01, 2020-02-29
                        year_before | treatment | bisphosphonate.zoledronic_acid | -     | -   | 2019-03-02, 2020-03-01
                        long_before | treatment | bisphosphonate.zoledronic_acid | -     | -   | 2019-03-01, 2020-03-01
                        """).eras("""
                        id        | item                       | start      | end        | days
                        tablets   | bisphosphonate.alendronate | 2020-01-01 | 2020-06-28 | 144
                        too_short | bisphosphonate.alendronate | 2020-01-01 | 2020-06-27 | 179
                        too_thin  | bisphosphonate.alendronate | 2020-01-01 | 2020-06-28 | 143
                        """);
        assertThat(picture(
                        children,
                        in("bisphosphonate.persistent", "one_year")
                                .and(row -> row.denominatorName().equals("all_in_cohort")),
                        "treated | untreated"))
                .isEqualTo(RowPicture.plain("""
                        treated | untreated
                        3       | 4
                        """));
    }

    @Test
    void theGapIsWhatIsMissingToAllOrToMost() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        b  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        c  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        d  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        """).tags("""
                        id | role       | item                        | start | end | records
                        a  | treatment  | bisphosphonate.alendronate  | -     | -   | 2020-02-01
                        a  | evaluation | nutrition_evaluation        | -     | -   | 2020-02-01
                        b  | evaluation | nutrition_evaluation        | -     | -   | 2020-02-01
                        c  | evaluation | nutrition_evaluation        | -     | -   | 2020-02-01
                        """);
        assertThat(picture(
                        children,
                        row -> row.windowName().equals("one_year")
                                && row.denominatorName().equals("all_in_cohort")
                                && row.treated() > 0,
                        "treatment | expectation | estimate | gap"))
                .isEqualTo(RowPicture.plain("""
                        treatment                  | expectation | estimate | gap
                        bisphosphonate.any         | most        | 0.25     | 0.25
                        bisphosphonate.alendronate | -           | 0.25     | -
                        nutrition_evaluation       | all         | 0.75     | 0.25
                        """));
        assertThat(windows(row -> row.expectation() != null))
                .as("nobody is expected to treat a disease that nobody knows of")
                .isEqualTo(windows(row -> row.windowEndDay() >= 0))
                .isNotEmpty();
    }

    private static Set<String> windows(Predicate<TreatmentCoverageRow> chosen) {
        return new TreatmentCoverageMeasure(MeasurePicture.twoYears())
                .rows(new Tally()).stream()
                        .filter(chosen)
                        .map(TreatmentCoverageRow::windowName)
                        .collect(Collectors.toSet());
    }
}
