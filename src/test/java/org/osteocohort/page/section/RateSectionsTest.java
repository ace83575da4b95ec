package org.osteocohort.page.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Section;
import org.osteocohort.testkit.PageTables;

class RateSectionsTest {
    private static final String YEARS = """
            kind | item | case_class | prevalence_type | denominator_name | period_kind | period | numerator | denominator | estimate | ci_low | ci_high | value_status
            phenotype | ISCD_2019 | confirmed | period | observed   | year  | 2020  | 20 | 1000 | 0.02 | 0.01 | 0.03 | released
            phenotype | ISCD_2019 | confirmed | period | observed   | year  | 2021  | -  | 1000 | -    | -    | -    | suppressed
            phenotype | ISCD_2019 | confirmed | period | observed   | year  | 2022  | 0  | 0    | -    | -    | -    | not_estimable
            phenotype | ISCD_2019 | confirmed | period | observed   | study | study | 30 | 1500 | 0.02 | 0.01 | 0.03 | released
            phenotype | ISCD_2019 | any       | period | observed   | year  | 2020  | 40 | 1000 | 0.04 | 0.03 | 0.05 | released
            phenotype | ISCD_2019 | confirmed | point  | observed   | year  | 2020  | 40 | 1000 | 0.04 | 0.03 | 0.05 | released
            phenotype | ISCD_2019 | confirmed | period | dxa_tested | year  | 2020  | 40 | 1000 | 0.04 | 0.03 | 0.05 | released
            """;

    private static Section section(String picture) {
        return RateSections.prevalence(PageTables.of(PrevalenceRow.TABLE, picture));
    }

    @Test
    void aYearIsALineOfTheTableWhetherShownHiddenOrEmpty() {
        Figure figure = section(YEARS).figures().get(0);
        assertThat(figure.title()).isEqualTo("Prevalence over time");
        assertThat(figure.table().lines())
                .containsExactly(
                        List.of(
                                Cell.words("ISCD 2019"),
                                Cell.words("2020"),
                                Cell.number("20"),
                                Cell.number("1,000"),
                                Cell.number("200.0"),
                                Cell.number("100.0 to 300.0")),
                        List.of(
                                Cell.words("ISCD 2019"),
                                Cell.words("2021"),
                                Cell.hidden(),
                                Cell.number("1,000"),
                                Cell.hidden(),
                                Cell.hidden()),
                        List.of(
                                Cell.words("ISCD 2019"),
                                Cell.words("2022"),
                                Cell.number("0"),
                                Cell.number("0"),
                                Cell.none(),
                                Cell.none()));
    }

    @Test
    void theChartSaysInWordsWhatItShows() {
        assertThat(section(YEARS).figures().get(0).panels().get(0).summary())
                .isEqualTo("Prevalence over time, ISCD 2019. from 200.0 to 200.0 per 10,000 children; 1 of 3 hidden."
                        + " The table below has all numbers.");
    }

    @Test
    void aFigureOfHiddenNumbersOnlyDrawsNothingAndSaysSo() {
        Figure figure = section("""
                        kind | item | case_class | prevalence_type | denominator_name | period_kind | period | denominator | value_status
                        phenotype | ISCD_2019 | confirmed | period | observed | year | 2021 | 1000 | suppressed
                        """).figures().get(0);
        assertThat(figure.allHidden()).isTrue();
        assertThat(figure.panels()).isEmpty();
        assertThat(figure.table().lines()).hasSize(1);
    }

    @Test
    void aStudyWithoutYearsHasNoFigureOfThem() {
        assertThat(section("""
                        kind | item | case_class | prevalence_type | denominator_name | period_kind | period | value_status
                        phenotype | ISCD_2019 | confirmed | period | observed | study | study | suppressed
                        """).figures()).isEmpty();
    }

    @Test
    void shiftedDatesAreSaidBesideTheChart() {
        String blurred = YEARS.replace("| period | numerator", "| period | period_blurred | numerator")
                .replaceAll("\\| (study|20\\d\\d) +\\| (\\d+|-) ", "| $1 | true | $2 ");
        assertThat(section(blurred).figures().get(0).caption()).contains("Dates of an extract were shifted");
        assertThat(section(YEARS).figures().get(0).caption()).doesNotContain("shifted");
    }
}
