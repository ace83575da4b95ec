package org.osteocohort.page.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.measure.cohort.PhenotypeOverlapRow;
import org.osteocohort.measure.comparison.StandardizedRateRow;
import org.osteocohort.measure.fracture.FractureRateRow;
import org.osteocohort.measure.quality.DataQualityRow;
import org.osteocohort.measure.treatment.PersistenceRow;
import org.osteocohort.measure.treatment.TimeToTreatmentRow;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.DataTable;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Flow;
import org.osteocohort.page.view.Section;
import org.osteocohort.testkit.PageTables;

/** Which rows of the tables a part of the page tells, and in what words. */
class PartsOfThePageTest {
    private static List<String> lines(DataTable table) {
        return table.lines().stream()
                .map(line -> String.join(" | ", line.stream().map(Cell::text).toList()))
                .toList();
    }

    private static List<String> lines(Figure figure) {
        return lines(figure.table());
    }

    @Test
    void theCohortFlowTellsWhoIsLostAndOpensTheFirstDefinition() {
        Section section = CohortFlowSection.of(PageTables.of(AttritionRow.TABLE, """
                phenotype | step_no | step_code | step_text | persons_out | excluded_persons | fail_only_this_persons | records_out | value_status
                ISCD_2019 | 1 | all       | Every patient | 1000 | 0   | 0 | 9000 | released
                ISCD_2019 | 2 | observed  | Observed      | 900  | 100 | 0 | 8000 | released
                ISCD_2019 | 3 | confirmed | Confirmed     | -    | -   | 0 | -    | suppressed
                DX_CODE   | 1 | all       | Every patient | 1000 | 0   | 0 | 9000 | released
                """));
        assertThat(section.flows())
                .extracting(flow -> flow.title() + " " + flow.open())
                .containsExactly("ISCD 2019 true", "DX CODE false");
        Flow first = section.flows().get(0);
        assertThat(first.steps())
                .extracting(step -> step.persons().text() + ", lost "
                        + (step.excluded() == null ? "nobody" : step.excluded().text()))
                .containsExactly("1,000, lost nobody", "900, lost 100", "hidden, lost hidden");
        assertThat(lines(first.table()))
                .containsExactly(
                        "Every patient | 1,000 | 0 | 0 | 9,000",
                        "Observed | 900 | 100 | 0 | 8,000",
                        "Confirmed | hidden | hidden | 0 | hidden");
    }

    @Test
    void theTimeToTreatmentIsThatOfAnyBisphosphonateOfAllConfirmedCases() {
        Section section = FollowUpSections.timeToTreatment(PageTables.of(TimeToTreatmentRow.TABLE, """
                phenotype | case_class | treatment | sex | day | followed | at_risk | events | censored | estimate | ci_low | ci_high | value_status
                ISCD_2019 | confirmed | bisphosphonate.any       | all    | 0  | 80 | 80 | 0  | 0 | 0.0  | -   | -   | released
                ISCD_2019 | confirmed | bisphosphonate.any       | all    | 90 | 80 | 55 | 25 | 0 | 0.31 | 0.2 | 0.4 | released
                ISCD_2019 | confirmed | bisphosphonate.any       | female | 90 | 40 | 30 | 10 | 0 | 0.25 | 0.1 | 0.4 | released
                ISCD_2019 | confirmed | bisphosphonate.alendronate | all  | 90 | 80 | 60 | 20 | 0 | 0.25 | 0.1 | 0.4 | released
                ISCD_2019 | any       | bisphosphonate.any       | all    | 90 | 90 | 60 | 20 | 0 | 0.25 | 0.1 | 0.4 | released
                DX_CODE   | confirmed | bisphosphonate.any       | all    | 90 | 40 | -  | -  | - | -    | -   | -   | suppressed
                """));
        assertThat(lines(section.figures().get(0)))
                .containsExactly(
                        "ISCD 2019 | 0 d | 80 | 80 | 0 | 0 | 0.0 | –",
                        "ISCD 2019 | 90 d | 80 | 55 | 25 | 0 | 31.0 | 20.0 to 40.0",
                        "DX CODE | 90 d | 40 | hidden | hidden | hidden | hidden | hidden");
        assertThat(section.figures().get(0).panels())
                .extracting(panel -> panel.title())
                .containsExactly("ISCD 2019", "DX CODE");
    }

    @Test
    void persistenceTellsWhoHasTheDrugAndWhoStopped() {
        Section section = FollowUpSections.persistence(PageTables.of(PersistenceRow.TABLE, """
                phenotype | case_class | treatment | day | initiators | observed | covered | estimate | ci_low | ci_high | discontinuation | value_status
                ISCD_2019 | confirmed | bisphosphonate.any   | 365 | 40 | 30 | 18 | 0.6 | 0.42 | 0.75 | 0.4 | released
                ISCD_2019 | confirmed | bisphosphonate.other | 365 | 40 | 30 | 15 | 0.5 | 0.42 | 0.75 | 0.4 | released
                """));
        assertThat(lines(section.figures().get(0)))
                .containsExactly("ISCD 2019 | 365 d | 40 | 30 | 18 | 60.0 | 42.0 to 75.0 | 40.0");
    }

    @Test
    void fracturesAreToldByAgeAndSexByBoneAndByEnergy() {
        Section section = FractureSection.of(PageTables.of(FractureRateRow.TABLE, """
                bone | trauma_tier | confirmation | sex | age_group | age_band | events | children | person_years | rate | ci_low | ci_high | value_status
                any     | all     | all       | female  | 0-9 | 0-9 | 100 | 90  | 9000.0 | 111.0 | 90.0 | 135.0 | released
                any     | all     | all       | unknown | 0-9 | 0-9 | 11  | 11  | 100.0  | 111.0 | 90.0 | 135.0 | released
                forearm | all     | all       | all     | all | all | 30  | 28  | 3600.0 | 83.0  | 74.0 | 93.0  | released
                femur   | all     | all       | all     | all | all | 40  | 28  | 3600.0 | 111.0 | 74.0 | 131.0 | released
                forearm | all     | confirmed | all     | all | all | 20  | 18  | 3600.0 | 55.0  | 44.0 | 63.0  | released
                any     | unknown | all       | all     | all | all | -   | -   | 3600.0 | -     | -    | -     | suppressed
                any     | abuse   | all       | all     | all | all | 0   | 0   | 3600.0 | 0.0   | 0.0  | 10.2  | released
                """));
        assertThat(lines(section.figures().get(0)))
                .containsExactly("Female, 0-9 | 100 | 90 | 9,000 | 111.0 | 90.0 to 135.0");
        assertThat(lines(section.figures().get(1)))
                .containsExactly(
                        "Femur | 40 | 28 | 3,600 | 111.0 | 74.0 to 131.0",
                        "Forearm | 30 | 28 | 3,600 | 83.0 | 74.0 to 93.0");
        assertThat(lines(section.figures().get(2)))
                .containsExactly(
                        "Energy unknown | hidden | hidden | 3,600 | hidden | hidden",
                        "Abuse | 0 | 0 | 3,600 | 0.0 | 0.0 to 10.2");
    }

    @Test
    void definitionsAreComparedByTheirCasesAndAfterStandardization() {
        Section section = ComparisonSection.of(new PublishedTables(List.of(
                PageTables.rows(PhenotypeOverlapRow.TABLE, """
                        phenotype | other_phenotype | case_class | sex | both | only_phenotype | only_other | neither | kappa | ci_low | ci_high | value_status
                        ISCD_2019 | DX_CODE | confirmed | all    | 40 | 50 | 20 | 890 | 0.53 | 0.44 | 0.62 | released
                        ISCD_2019 | DX_CODE | confirmed | female | 30 | 50 | 20 | 890 | 0.53 | 0.44 | 0.62 | released
                        ISCD_2019 | DX_CODE | any       | all    | 30 | 50 | 20 | 890 | 0.53 | 0.44 | 0.62 | released
                        """), PageTables.rows(StandardizedRateRow.TABLE, """
                        measure | standard | kind | item | case_class | denominator_name | period | per | crude_estimate | estimate | ci_low | ci_high | value_status
                        prevalence | us_2000 | phenotype | ISCD_2019 | confirmed | observed | study | 1     | 0.01 | 0.02 | 0.01 | 0.03 | released
                        incidence  | us_2000 | phenotype | ISCD_2019 | confirmed | observed | study | 10000 | 5.0  | -    | -    | -    | suppressed
                        incidence  | us_2000 | phenotype | ISCD_2019 | confirmed | day_one  | study | 10000 | 5.0  | 6.0  | 5.0  | 7.0  | released
                        incidence  | us_2000 | phenotype | ISCD_2019 | confirmed | observed | 2020  | 10000 | 5.0  | 6.0  | 5.0  | 7.0  | released
                        """))));
        assertThat(lines(section.figures().get(0)))
                .containsExactly("ISCD 2019 and DX CODE | 40 | 50 | 20 | 890 | 0.53 | 0.44 to 0.62");
        assertThat(lines(section.figures().get(1)))
                .containsExactly(
                        "ISCD 2019 | Prevalence | us_2000 | 100.0 | 200.0 | 100.0 to 300.0",
                        "ISCD 2019 | Incidence | us_2000 | 5.0 | hidden | hidden");
    }

    private static final String CHECKS = """
            site | layer | check_name | category | severity | table_name | column_name | checked | violations | share | threshold | status | value_status
            north | extract | birth_known | completeness | fatal      | person        | birth       | 100 | 0  | 0.0 | 0.1 | passed    | released
            north | extract | race_known  | completeness | convention | person        | race        | 100 | 90 | 0.9 | -   | described | released
            """;

    @Test
    void theVerdictOnTheDataCountsWhatDemandsSomethingOnly() {
        Section good = QualitySection.of(PageTables.of(DataQualityRow.TABLE, CHECKS));
        assertThat(good.words()).containsExactly("All 1 checks that demand something passed.");
        assertThat(good.figures()).hasSize(1);
        assertThat(lines(good.figures().get(0))).containsExactly("Completeness | 1 | 0 | 1 | 0");
        Section bad = QualitySection.of(PageTables.of(DataQualityRow.TABLE, CHECKS + """
                north | extract | drug_days_known | completeness | convention | drug_exposure | days_supply | 1000 | 400 | 0.4 | 0.1 | failed | released
                """));
        assertThat(bad.words().get(0)).startsWith("1 of 2 checks that demand something failed");
        assertThat(lines(bad.figures().get(0))).containsExactly("Completeness | 1 | 1 | 1 | 0");
        assertThat(lines(bad.figures().get(1)))
                .containsExactly(
                        "Drug days known | north | drug_exposure | days_supply | convention | 1,000 | 400 | 40.0 | 10.0");
    }

    @Test
    void whatIsHiddenIsCountedByTableAndTheThresholdIsTold() {
        Section section = HiddenSection.of(PageTables.of(PhenotypeOverlapRow.TABLE, """
                phenotype | other_phenotype | case_class | sex | both | value_status
                ISCD_2019 | DX_CODE | confirmed | all    | 40 | released
                ISCD_2019 | DX_CODE | confirmed | female | -  | suppressed
                ISCD_2019 | DX_CODE | confirmed | male   | -  | suppressed
                """), 11);
        assertThat(section.words().get(0)).contains("fewer than 11 children");
        assertThat(lines(section.figures().get(0))).containsExactly("phenotype_overlap | 3 | 2 | 67");
    }
}
