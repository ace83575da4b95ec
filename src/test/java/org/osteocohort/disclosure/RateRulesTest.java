package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.comparison.ComparisonRow;
import org.osteocohort.measure.comparison.StandardizedRateRow;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.table.Table;
import org.osteocohort.testkit.RowPicture;

/** What is hidden in the tables of rates, and in those that are made of them. Columns not drawn are "all" or null. */
class RateRulesTest {
    private static final String INCIDENCE = "kind | denominator_name | period_kind | period | ";
    private static final String RATES = "persons_not_followed | persons_followed"
            + " | persons_with_earlier_event | persons_at_risk | events | person_days | person_years"
            + " | estimate | ci_low | ci_high | value_status";

    /** The rows of a table as shown when these tables are published together. */
    private static <R extends Record> String shown(Table<R> table, String columns, TableRows<?>... tables) {
        return new DisclosureControl(11)
                .apply(List.of(tables)).tables().stream()
                        .filter(rows -> rows.table() == table)
                        .map(rows -> RowPicture.of(
                                table,
                                rows.rows().stream().map(table.rowType()::cast).toList(),
                                columns))
                        .findFirst()
                        .orElseThrow();
    }

    private static <R extends Record> TableRows<R> rows(Table<R> table, String picture) {
        return new TableRows<>(table, RowPicture.rows(table, picture));
    }

    @Test
    void fewEventsHideTheTimeAndTheRateToo() {
        TableRows<IncidenceRow> rows = rows(IncidenceRow.TABLE, INCIDENCE + "item | " + RATES + """

                lifestyle | whole_period | year | 2020 | none | 0 | 1000 | 0 | 1000 | 0 | 365000 | 999.3 | 0.0 | 0.0 | 1.0 | released
                lifestyle | whole_period | year | 2020 | below | 0 | 1000 | 0 | 1000 | 10 | 364000 | 996.6 | 100.3 | 40.0 | 190.0 | released
                lifestyle | whole_period | year | 2020 | at | 0 | 1000 | 0 | 1000 | 11 | 363900 | 996.3 | 110.4 | 50.0 | 200.0 | released
                lifestyle | whole_period | year | 2020 | above | 0 | 1000 | 0 | 1000 | 12 | 363800 | 996.0 | 120.5 | 60.0 | 210.0 | released
                """);
        assertThat(shown(IncidenceRow.TABLE, "item | " + RATES, rows))
                .isEqualTo(RowPicture.plain("item | " + RATES + """

                none | 0 | 1000 | 0 | 1000 | 0 | 365000 | 999.3 | 0.0 | 0.0 | 1.0 | released
                below | 0 | 1000 | 0 | 1000 | - | - | - | - | - | - | suppressed
                at | 0 | 1000 | 0 | 1000 | 11 | 363900 | 996.3 | 110.4 | 50.0 | 200.0 | released
                above | 0 | 1000 | 0 | 1000 | 12 | 363800 | 996.0 | 120.5 | 60.0 | 210.0 | released
                """));
    }

    @Test
    void aFewWhoHadTheEventBeforeHideWhoIsAtRisk() {
        TableRows<IncidenceRow> rows = rows(IncidenceRow.TABLE, INCIDENCE + "item | " + RATES + """

                lifestyle | whole_period | year | 2020 | nobody | 0 | 1000 | 0 | 1000 | 20 | 365000 | 999.3 | 200.1 | 100.0 | 300.0 | released
                lifestyle | whole_period | year | 2020 | below | 0 | 1000 | 10 | 990 | 20 | 361000 | 988.3 | 202.3 | 100.0 | 300.0 | released
                lifestyle | whole_period | year | 2020 | at | 0 | 1000 | 11 | 989 | 20 | 360000 | 985.6 | 202.9 | 100.0 | 300.0 | released
                """);
        assertThat(shown(
                        IncidenceRow.TABLE,
                        "item | persons_followed | persons_with_earlier_event | persons_at_risk | events | person_days | estimate",
                        rows))
                .isEqualTo(RowPicture.plain("""
                        item   | persons_followed | persons_with_earlier_event | persons_at_risk | events | person_days | estimate
                        nobody | 1000 | 0  | 1000 | 20 | 365000 | 200.1
                        below  | 1000 | -  | -    | 20 | -      | -
                        at     | 1000 | 11 | 989  | 20 | 360000 | 202.9
                        """));
    }

    @Test
    void theTimeOfAHiddenAgeBandIsNotToldByTheOthers() {
        TableRows<IncidenceRow> rows = rows(IncidenceRow.TABLE, INCIDENCE + "item | age_band | " + RATES + """

                lifestyle | whole_period | year | 2020 | x | all | 0 | 900 | 0 | 900 | 90 | 300000 | 821.3 | 1095.8 | 900.0 | 1300.0 | released
                lifestyle | whole_period | year | 2020 | x | 0-4 | - | 300 | 0 | 300 | 30 | 100000 | 273.7 | 1095.8 | 800.0 | 1500.0 | released
                lifestyle | whole_period | year | 2020 | x | 5-9 | - | 400 | 5 | 395 | 30 | 120000 | 328.5 | 913.1 | 600.0 | 1300.0 | released
                lifestyle | whole_period | year | 2020 | x | 10-14 | - | 300 | 0 | 300 | 30 | 80000 | 219.0 | 1369.6 | 900.0 | 1900.0 | released
                """);
        List<IncidenceRow> shown = new DisclosureControl(11)
                .apply(List.of(rows)).tables().get(0).rows().stream()
                        .map(IncidenceRow.class::cast)
                        .toList();
        assertThat(shown.get(2).personsAtRisk()).isNull();
        assertThat(shown.get(2).personDays()).isNull();
        assertThat(shown).filteredOn(row -> row.personDays() == null).hasSizeGreaterThan(1);
        assertThat(shown).allMatch(row -> (row.personDays() == null) == (row.personYears() == null));
        assertThat(shown).allMatch(row -> row.events() == 30 || row.events() == 90);
    }

    @Test
    void theYearsOfTheStudyDoNotTellAHiddenYear() {
        TableRows<IncidenceRow> rows = rows(IncidenceRow.TABLE, INCIDENCE + "item | " + RATES + """

                lifestyle | observed | study | study | x | 0 | 1000 | 0 | 1000 | 45 | 1090000 | 2984.3 | 150.8 | 100.0 | 200.0 | released
                lifestyle | observed | year | 2020 | x | 0 | 1000 | 0 | 1000 | 5 | 365000 | 999.3 | 50.0 | 10.0 | 110.0 | released
                lifestyle | observed | year | 2021 | x | 0 | 995 | 0 | 995 | 20 | 363000 | 993.8 | 201.2 | 100.0 | 300.0 | released
                lifestyle | observed | year | 2022 | x | 0 | 975 | 0 | 975 | 20 | 362000 | 991.1 | 201.8 | 100.0 | 300.0 | released
                """);
        List<Long> events = new DisclosureControl(11)
                .apply(List.of(rows)).tables().get(0).rows().stream()
                        .map(IncidenceRow.class::cast)
                        .map(IncidenceRow::events)
                        .toList();
        assertThat(events.get(1)).isNull();
        assertThat(events).filteredOn(count -> count == null).hasSizeGreaterThan(1);
    }

    private static final String STRATUM =
            "kind | item | case_class | prevalence_type | denominator_name | period_kind | period | period_complete"
                    + " | sex | age_band | race | numerator | denominator | estimate | value_status\n";

    /** The prevalence of girls and boys of two age bands, the cases of the last as given. */
    private static TableRows<PrevalenceRow> bySexAndAge(int cases) {
        return rows(PrevalenceRow.TABLE, STRATUM + """
                phenotype | P | any | period | observed | study | study | true | female | 0-9   | all | 40 | 400 | 0.1 | released
                phenotype | P | any | period | observed | study | study | true | female | 10-18 | all | 40 | 400 | 0.1 | released
                phenotype | P | any | period | observed | study | study | true | male   | 0-9   | all | 40 | 400 | 0.1 | released
                phenotype | P | any | period | observed | study | study | true | male   | 10-18 | all | CASES | 400 | 0.1 | released
                """.replace("CASES", Integer.toString(cases)));
    }

    private static TableRows<StandardizedRateRow> standardized(int cases) {
        return rows(
                StandardizedRateRow.TABLE,
                "measure | standard | kind | item | case_class | denominator_name | period_kind | period | numerator"
                        + " | denominator | crude_estimate | placed_numerator | placed_denominator"
                        + " | persons_not_placed | estimate | ci_low | ci_high | value_status\n"
                        + "prevalence | s | phenotype | P | any | observed | study | study | " + (cases + 120)
                        + " | 1600 | 0.1 | " + (cases + 120) + " | 1600 | 0 | 0.1 | 0.0 | 0.2 | released\n");
    }

    @Test
    void aStandardizedRateIsHiddenWithAnyOfItsStrata() {
        String columns = "numerator | crude_estimate | placed_numerator | estimate | ci_high | value_status";
        assertThat(shown(StandardizedRateRow.TABLE, columns, bySexAndAge(11), standardized(11)))
                .isEqualTo(columns + "\n131 | 0.1 | 131 | 0.1 | 0.2 | released");
        assertThat(shown(StandardizedRateRow.TABLE, columns, bySexAndAge(10), standardized(10)))
                .isEqualTo(columns + "\n130 | 0.1 | - | - | - | suppressed");
    }

    @Test
    void aFewWithoutAPlaceInTheStandardAreHidden() {
        TableRows<StandardizedRateRow> rows = rows(
                StandardizedRateRow.TABLE,
                "measure | standard | kind | item | case_class | denominator_name | period | numerator | denominator"
                        + " | placed_numerator | placed_denominator | persons_not_placed | value_status\n"
                        + "prevalence | s | phenotype | below | any | observed | 2020 | 90 | 1000 | 90 | 990 | 10 | released\n"
                        + "prevalence | s | phenotype | at    | any | observed | 2020 | 90 | 1000 | 90 | 989 | 11 | released\n");
        assertThat(shown(StandardizedRateRow.TABLE, "item | persons_not_placed | value_status", rows))
                .isEqualTo(RowPicture.plain("""
                        item  | persons_not_placed | value_status
                        below | -  | suppressed
                        at    | 11 | released
                        """));
    }

    private static final String COMPARED = "comparison | phenotype | case_class | compared_column | level"
            + " | reference_level | numerator | denominator | reference_numerator | reference_denominator | statistic"
            + " | estimate | ci_low | ci_high | p_value | value_status\n";

    @Test
    void aTrendIsHiddenWithAnyOfTheLevelsThatItCompares() {
        for (int cases : List.of(10, 11)) {
            TableRows<PrevalenceRow> years =
                    rows(PrevalenceRow.TABLE, STRATUM + """
                    phenotype | P | any | period | observed | year | 2020 | true  | all | all | all | 40    | 400 | 0.1 | released
                    phenotype | P | any | period | observed | year | 2021 | true  | all | all | all | CASES | 400 | 0.1 | released
                    phenotype | P | any | period | observed | year | 2022 | false | all | all | all | 5     | 400 | 0.1 | released
                    """.replace("CASES", Integer.toString(cases)));
            TableRows<ComparisonRow> trend = rows(
                    ComparisonRow.TABLE,
                    COMPARED + "trend_over_years | P | any | year | - | - | " + (40 + cases)
                            + " | 800 | - | - | -4.0 | - | - | - | 0.1 | released\n");
            String shown = shown(ComparisonRow.TABLE, "numerator | statistic | p_value | value_status", years, trend);
            assertThat(shown).endsWith(cases == 10 ? "\n- | - | - | suppressed" : "\n51 | -4.0 | 0.1 | released");
        }
    }

    @Test
    void aRatioIsHiddenWithEitherOfItsStrata() {
        for (int cases : List.of(10, 11)) {
            TableRows<PrevalenceRow> races =
                    rows(PrevalenceRow.TABLE, STRATUM + """
                    phenotype | P | any | period | observed | study | study | true | all | all | White | 40    | 400 | 0.1 | released
                    phenotype | P | any | period | observed | study | study | true | all | all | Asian | CASES | 400 | 0.1 | released
                    """.replace("CASES", Integer.toString(cases)));
            TableRows<ComparisonRow> ratio = rows(
                    ComparisonRow.TABLE,
                    COMPARED + "prevalence_ratio | P | any | race | Asian | White | " + cases
                            + " | 400 | 40 | 400 | - | 0.3 | 0.1 | 0.5 | - | released\n");
            assertThat(shown(ComparisonRow.TABLE, "numerator | estimate | ci_low | value_status", races, ratio))
                    .endsWith(cases == 10 ? "\n- | - | - | suppressed" : "\n11 | 0.3 | 0.1 | released");
        }
    }
}
