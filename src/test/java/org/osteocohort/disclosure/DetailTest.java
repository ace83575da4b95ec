package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.table.Column;

/** Among few children only the main analysis is published by strata. */
class DetailTest {
    private static PrevalenceRow row(String denominatorName, LocalDate point, String sex, long children) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "kind", "phenotype",
                "item", "ISCD_2019",
                "case_class", "any",
                "prevalence_type", point == null ? "period" : "point",
                "denominator_name", denominatorName,
                "period_kind", "study",
                "period", "study",
                "period_start", LocalDate.of(2020, 1, 1),
                "sex", sex));
        values.putAll(Map.of("numerator", 0L, "denominator", children));
        if (point != null) {
            values.put("point_date", point);
        }
        List.of("age_group", "age_band", "race", "ethnicity", "site").forEach(axis -> values.put(axis, "all"));
        return PrevalenceRow.TABLE.row(PrevalenceRow.TABLE.columns().stream()
                .map(Column::name)
                .map(values::get)
                .toArray());
    }

    /** The main analysis, two sensitivity analyses, each of all children and of the girls. */
    private static List<PrevalenceRow> rows(long children) {
        LocalDate point = LocalDate.of(2020, 7, 1);
        return List.of(
                row("observed", null, "all", children),
                row("observed", null, "female", children),
                row("day_one", null, "all", children),
                row("day_one", null, "female", children),
                row("observed", point, "all", children),
                row("observed", point, "female", children));
    }

    private static List<String> published(List<PrevalenceRow> rows, int threshold) {
        TableRows<PrevalenceRow> table = new TableRows<>(PrevalenceRow.TABLE, rows);
        return Detail.of(List.of(table), threshold).published(table, new PrevalenceRules()).rows().stream()
                .map(row -> row.denominatorName() + " " + row.prevalenceType() + " " + row.sex())
                .toList();
    }

    @Test
    void amongFewChildrenSensitivityAnalysesAreOfAllChildrenTogether() {
        assertThat(published(rows(4999), 11))
                .containsExactly(
                        "observed period all", "observed period female", "day_one period all", "observed point all");
    }

    @ParameterizedTest(name = "{0} children, threshold {1}: {2} rows")
    @CsvSource({"4999, 11, 4", "5000, 11, 6", "1999, 5, 4", "2000, 5, 6", "0, 1, 6"})
    void fiveHundredChildrenForEachBelowTheThresholdAreEnough(long children, int threshold, int rows) {
        assertThat(published(rows(children), threshold)).hasSize(rows);
    }

    @Test
    void reportsWithoutThePopulationAreNotCoarser() {
        assertThat(published(List.of(row("day_one", null, "female", 20)), 11)).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "all, all, all, false",
        "female, all, all, false",
        "all, 0-9, all, false",
        "female, 0-9, all, true",
        "all, 0-9, 0-4, true"
    })
    void bandsAndCrossingsOfThoseWithAConditionAreFine(String sex, String ageGroup, String ageBand, boolean fine) {
        assertThat(Detail.isFine(sex, ageGroup, ageBand)).isEqualTo(fine);
    }
}
