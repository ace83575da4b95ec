package org.osteocohort.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.measure.fracture.FractureRateRow;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.quality.DataQualityRow;
import org.osteocohort.measure.quality.KahnCategory;
import org.osteocohort.measure.quality.QualityCheck;
import org.osteocohort.measure.quality.QualityChecks;
import org.osteocohort.measure.quality.Severity;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.problem.QualityGateException;
import org.osteocohort.table.Table;
import org.osteocohort.testkit.RowPicture;

class TrendsTest {
    private static final QualityChecks CHECKS = checks(Severity.CONVENTION);

    private static QualityChecks checks(Severity severity) {
        return new QualityChecks(Map.of(
                "prevalence_drift", new QualityCheck(KahnCategory.PLAUSIBILITY, severity, 0.2),
                "rows_read_drift", new QualityCheck(KahnCategory.PLAUSIBILITY, severity, 0.1)));
    }

    private static <R extends Record> TableRows<R> table(Table<R> table, String picture) {
        return new TableRows<>(table, RowPicture.rows(table, picture));
    }

    private static TableRows<?> prevalence(String picture) {
        return table(PrevalenceRow.TABLE, picture);
    }

    private static String trends(TableRows<?> before, TableRows<?> after, String columns) {
        List<TrendRow> rows = Trends.of(List.of(before), List.of(after), List.of("data", "engine"), CHECKS)
                .rows();
        return RowPicture.of(TrendRow.TABLE, rows, columns);
    }

    @Test
    void eachNumberIsComparedAndAHiddenOrAbsentSideIsNullAndSaysSo() {
        TableRows<?> before = prevalence("""
                        item    | numerator | denominator | estimate | value_status
                        both    | 40        | 160         | 0.25     | released
                        hidden  | -         | 100         | -        | suppressed
                        gone    | 20        | 100         | 0.2      | released
                        nobody  | 0         | 0           | -        | not_estimable
                        """);
        TableRows<?> after = prevalence("""
                        item    | numerator | denominator | estimate | value_status
                        both    | 60        | 120         | 0.5      | released
                        hidden  | 50        | 120         | 0.5      | released
                        new     | 60        | 120         | 0.5      | released
                        nobody  | 0         | 0           | -        | not_estimable
                        """);

        assertThat(trends(
                        before,
                        after,
                        "item | numerator_before | numerator_after | numerator_difference"
                                + " | denominator_difference | estimate_difference | relative_change"
                                + " | before_status | after_status | value_status"))
                .isEqualTo(RowPicture.plain("""
                        item   | numerator_before | numerator_after | numerator_difference | denominator_difference | estimate_difference  | relative_change | before_status | after_status  | value_status
                        both   | 40               | 60              | 20                   | -40                    | 0.25                 | 1.0             | released      | released      | released
                        hidden | -                | 50              | -                    | 20                     | -                    | -               | suppressed    | released      | suppressed
                        new    | -                | 60              | -                    | -                      | -                    | -               | absent        | released      | not_estimable
                        nobody | 0                | 0               | 0                    | 0                      | -                    | -               | not_estimable | not_estimable | not_estimable
                        gone   | 20               | -               | -                    | -                      | -                    | -               | released      | absent        | not_estimable
                        """));
    }

    @Test
    void onlyRowsOfAllChildrenAndOfSitesAreCompared() {
        TableRows<?> rows = prevalence("""
                        item | site  | sex    | age_group | age_band | race  | ethnicity | period_kind | period  | value_status
                        a    | all   | all    | all       | all      | all   | all       | study       | study   | released
                        a    | north | all    | all       | all      | all   | all       | year        | 2020    | released
                        a    | all   | female | all       | all      | all   | all       | study       | study   | released
                        a    | all   | all    | 0-9       | all      | all   | all       | study       | study   | released
                        a    | all   | all    | 0-9       | 0-4      | all   | all       | study       | study   | released
                        a    | all   | all    | all       | all      | White | all       | study       | study   | released
                        a    | all   | all    | all       | all      | all   | Latino    | study       | study   | released
                        a    | all   | all    | all       | all      | all   | all       | month       | 2020-01 | released
                        """);

        assertThat(trends(rows, rows, "site | period | why")).isEqualTo(RowPicture.plain("""
                        site  | period | why
                        all   | study  | data;engine
                        north | 2020   | data;engine
                        """));
    }

    @Test
    void headlinesOfEveryTableAreCompared() {
        List<TableRows<?>> tables = List.of(
                prevalence("""
                        prevalence_type | kind      | item      | numerator | denominator | estimate | value_status
                        point           | phenotype | ISCD_2019 | 1         | 2           | 0.5      | released
                        """),
                table(IncidenceRow.TABLE, """
                        kind      | item      | events | persons_at_risk | estimate | value_status
                        phenotype | ISCD_2019 | 3      | 4               | 0.6      | released
                        """),
                table(TreatmentCoverageRow.TABLE, """
                        phenotype | treatment | window_name | treated | denominator | estimate | value_status
                        ISCD_2019 | calcium   | baseline    | 5       | 6           | 0.7      | released
                        """),
                table(FractureRateRow.TABLE, """
                        bone    | trauma_tier | events | children_observed | rate | value_status
                        forearm | all         | 7      | 8                 | 0.8  | released
                        forearm | low         | 7      | 8                 | 0.8  | released
                        """),
                table(DataQualityRow.TABLE, """
                        site  | layer   | check_name  | table_name | violations | checked | share | value_status
                        north | extract | rows_usable | person     | 9          | 10      | 0.9   | released
                        north | extract | missing     | person     | 9          | 10      | 0.9   | released
                        """));

        List<TrendRow> rows =
                Trends.of(tables, tables, List.of(), QualityChecks.NONE).rows();
        assertThat(
                        RowPicture.of(
                                TrendRow.TABLE,
                                rows,
                                "measure | phenotype | kind | item | site | numerator_after | denominator_after | estimate_after"))
                .isEqualTo(RowPicture.plain("""
                        measure            | phenotype | kind      | item      | site  | numerator_after | denominator_after | estimate_after
                        point_prevalence   | -         | phenotype | ISCD_2019 | all   | 1               | 2                 | 0.5
                        incidence          | -         | phenotype | ISCD_2019 | all   | 3               | 4                 | 0.6
                        treatment_coverage | ISCD_2019 | treatment | calcium   | all   | 5               | 6                 | 0.7
                        fracture_rate      | -         | fracture  | forearm   | all   | 7               | 8                 | 0.8
                        rows_read          | -         | extract   | person    | north | 9               | 10                | 0.9
                        """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.60 | passed
                    0.61 | failed
                    0.40 | passed
                    0.39 | failed
                    """)
    void aChangeOfTheHeadlineShareUpToTheThresholdPasses(String estimate, String status) {
        assertThat(driftOf("phenotype | period | observed | study", estimate)).isEqualTo("status\n" + status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
                    lifestyle | period | observed | study
                    phenotype | point  | observed | study
                    phenotype | period | day_one  | study
                    phenotype | period | observed | 2020
                    """)
    void nothingIsDemandedOfOtherShares(String row) {
        assertThat(driftOf(row, "0.9")).isEqualTo("status\nnot_applicable");
    }

    private static String driftOf(String row, String estimate) {
        String picture = "kind | prevalence_type | denominator_name | period | estimate | value_status\n";
        return trends(
                prevalence(picture + row + " | 0.5 | released"),
                prevalence(picture + row + " | " + estimate + " | released"),
                "status");
    }

    private static TableRows<?> rowsRead(String checked) {
        return table(
                DataQualityRow.TABLE,
                "site | layer | check_name | table_name | violations | checked | value_status\n"
                        + "north | extract | rows_usable | person | 0 | " + checked + " | released");
    }

    @ParameterizedTest
    @CsvSource({"1100, passed", "1101, failed", "900, passed", "899, failed", "-, not_applicable"})
    void aChangeOfTheRowsReadUpToTheThresholdPasses(String checked, String status) {
        assertThat(trends(rowsRead("1000"), rowsRead(checked), "status")).isEqualTo("status\n" + status);
    }

    @Test
    void aSiteMayCallADriftFatal() {
        List<TrendRow> rows = Trends.of(
                        List.of(rowsRead("1000")), List.of(rowsRead("500")), List.of("data", "job"), CHECKS)
                .rows();

        assertThatCode(() -> new Drift(CHECKS).require(rows)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Drift(checks(Severity.FATAL)).require(rows))
                .isInstanceOf(QualityGateException.class)
                .hasMessage(
                        "output: rows read of the table person at the site 'north' changed by -50.0 % since the last"
                                + " run, expected are up to 10.0 %; what differs: data, job");
    }
}
