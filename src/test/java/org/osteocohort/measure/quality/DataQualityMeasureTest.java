package org.osteocohort.measure.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.problem.Problem;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;
import org.osteocohort.testkit.ShippedStudy;

class DataQualityMeasureTest {
    private static final QualityChecks CHECKS = new QualityChecks(Map.of(
            "sex_known", new QualityCheck(KahnCategory.COMPLETENESS, Severity.FATAL, 0.5),
            "not_a_date", new QualityCheck(KahnCategory.CONFORMANCE, Severity.CONVENTION, 0.01)));

    private static String picture(Tally tally, Predicate<DataQualityRow> chosen, String columns) {
        DataQualityMeasure measure = new DataQualityMeasure(MeasurePicture.twoYears(), CHECKS);
        List<DataQualityRow> rows = measure.rows(tally).stream().filter(chosen).toList();
        return RowPicture.of(DataQualityRow.TABLE, rows, columns);
    }

    private static Tally tallyOf(AssessmentPicture children) {
        Tally tally = new Tally();
        DataQualityMeasure measure = new DataQualityMeasure(MeasurePicture.twoYears(), CHECKS);
        children.assessments().forEach(child -> measure.observe(child, tally));
        return tally;
    }

    @Test
    void everyThingIsRightOrAViolation() {
        Tally tally = tallyOf(AssessmentPicture.children("""
                        id | sex     | birth      | precision | observed               | race
                        a  | male    | 2010-05-10 | day       | 2015-01-01..2020-12-31 | White
                        b  | unknown | 2010-01-01 | year      | 2010-01-01..2014-12-31+,2016-01-01..2021-12-31? | -
                        c  | unknown | -          | day       | -                      | -
                        """)
                .fractures("""
                        id | date       | not_counted | tier    | confirmed
                        a  | 2019-12-31 | -           | unknown | yes
                        a  | 2020-12-31 | -           | low     | -
                        a  | 2020-12-31 | abuse       | unknown | -
                        """)
                .scans("""
                        id | date       | z
                        b  | 2020-05-01 | -2.5
                        b  | 2020-06-01 | -
                        """)
                .tags("""
                        id | role      | item               | start | end | records
                        a  | treatment | calcium_supplement | -     | -   | 2014-12-31, 2015-01-01, 2020-12-31
                        """)
                .verdicts("""
                        id | phenotype | class     | index
                        a  | ISCD_2019 | CONFIRMED | 2021-01-01
                        b  | ISCD_2019 | NOT_MET   | -
                        """));
        assertThat(picture(tally, row -> true, "check_name | table_name | checked | violations | status"))
                .isEqualTo(RowPicture.plain("""
                        check_name                      | table_name   | checked | violations | status
                        birth_date_known                | patients     | 3 | 1 | not_applicable
                        birth_date_to_the_day           | patients     | 2 | 1 | not_applicable
                        sex_known                       | patients     | 3 | 2 | failed
                        race_known                      | patients     | 3 | 2 | not_applicable
                        ethnicity_known                 | patients     | 3 | 3 | not_applicable
                        observed_at_all                 | patients     | 3 | 1 | not_applicable
                        observation_ends_near_the_study | patients     | 3 | 1 | not_applicable
                        observation_ended_by_the_extract | patients     | 3 | 1 | not_applicable
                        event_while_observed            | patients     | 3 | 1 | not_applicable
                        trauma_recorded                 | fractures    | 2 | 1 | not_applicable
                        fracture_confirmed              | fractures    | 2 | 1 | not_applicable
                        density_has_z_score             | bone_density | 2 | 1 | not_applicable
                        drug_end_recorded               | exposures    | 0 | 0 | not_applicable
                        index_while_observed            | cohort       | 1 | 1 | not_applicable
                        """));
    }

    @Test
    void theShareMayBeAsLargeAsTheThreshold() {
        QualityCheck check = new QualityCheck(KahnCategory.PLAUSIBILITY, Severity.CONVENTION, 0.01);
        assertThat(check.passed(100, 1)).isTrue();
        assertThat(check.passed(100, 2)).isFalse();
        assertThat(check.passed(0, 0)).isNull();
    }

    @Test
    void quarantinedRowsAreToldByTableAndRule() {
        Tally tally = new Tally();
        tally.add(TallyKey.of(DataQualityMeasure.ROWS, "north", "condition_occurrence"), 1000);
        tally.add(TallyKey.of(DataQualityMeasure.ROWS, "north", "person"), 50);
        tally.add(
                TallyKey.of(
                        DataQualityMeasure.FAULTS,
                        "north",
                        "condition_occurrence",
                        "condition_start_date",
                        "not_a_date"),
                11);
        tally.add(TallyKey.of(DataQualityMeasure.FAULTS, "north", "condition_occurrence", "", "unknown_person"), 4);
        assertThat(picture(
                        tally,
                        row -> List.of("condition_occurrence", "person").contains(row.tableName()),
                        "table_name | check_name | column_name | checked | violations | status"))
                .isEqualTo(RowPicture.plain("""
                        table_name           | check_name     | column_name          | checked | violations | status
                        condition_occurrence | rows_usable    |                      | 1000 | 15 | not_applicable
                        condition_occurrence | not_a_date     | condition_start_date | 1000 | 11 | failed
                        condition_occurrence | unknown_person |                      | 1000 | 4  | not_applicable
                        person               | rows_usable    |                      | 50   | 0  | not_applicable
                        """));
    }

    @Test
    void cellsAreToldApartFromRows() {
        Tally tally = new Tally();
        tally.add(TallyKey.of(DataQualityMeasure.ROWS, "north", "drug_exposure"), 1000);
        tally.add(TallyKey.of(DataQualityMeasure.FAULTS, "north", "drug_exposure", "", "unknown_person"), 4);
        tally.add(TallyKey.of(DataQualityMeasure.CELL_FAULTS, "north", "drug_exposure", "days_supply"), 600);
        tally.add(TallyKey.of(DataQualityMeasure.CELL_FAULTS, "north", "prescribing", "days_supply"), 9);
        tally.add(TallyKey.of(DataQualityMeasure.CELL_FAULTS, "south", "drug_exposure", "days_supply"), 9);
        assertThat(picture(
                        tally,
                        row -> row.tableName().equals("drug_exposure"),
                        "table_name | check_name | column_name | checked | violations"))
                .isEqualTo(RowPicture.plain("""
                        table_name    | check_name     | column_name | checked | violations
                        drug_exposure | rows_usable    |             | 1000 | 4
                        drug_exposure | unknown_person |             | 1000 | 4
                        drug_exposure | cells_usable   | days_supply | 1000 | 600
                        """));
    }

    @Test
    void drugsThatNobodyKnowsAreToldBesideThoseOfTheStudy() {
        Tally tally = new Tally();
        tally.add(TallyKey.of(DataQualityMeasure.ROWS, "north", "dispensing"), 60);
        tally.add(TallyKey.of(DataQualityMeasure.UNMAPPED_DRUGS, "north", "dispensing", "ndc"), 40);
        tally.add(TallyKey.of(DataQualityMeasure.UNMAPPED_DRUGS, "north", "prescribing", "rxnorm_cui"), 30);
        assertThat(picture(
                        tally,
                        row -> row.layer().equals(DataQualityMeasure.EXTRACT),
                        "table_name | check_name | column_name | checked | violations"))
                .isEqualTo(RowPicture.plain("""
                        table_name  | check_name       | column_name | checked | violations
                        dispensing  | rows_usable      |             | 60  | 0
                        dispensing  | drug_codes_known | ndc         | 100 | 40
                        prescribing | drug_codes_known | rxnorm_cui  | 30  | 30
                        """));
    }

    @Test
    void theShippedChecksNameEveryCheckOfChildren() {
        List<Problem> problems = new ArrayList<>();
        QualityChecks shipped = QualityChecks.read(ShippedStudy.FOLDER.resolve("codes"), problems);
        assertThat(problems).isEmpty();
        for (ChildCheck check : ChildCheck.values()) {
            assertThat(shipped.byName()).containsKey(check.label());
        }
    }
}
