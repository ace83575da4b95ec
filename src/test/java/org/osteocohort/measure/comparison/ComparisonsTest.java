package org.osteocohort.measure.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.incidence.IncidenceMeasure;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.prevalence.PrevalenceMeasure;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

class ComparisonsTest {
    /** Four girls with one case and four boys with two; five White children, two Asian, one unrecorded. */
    private static final AssessmentPicture CHILDREN =
            AssessmentPicture.children("""
                    id | sex    | birth      | observed               | race  | site
                    a  | female | 2008-05-10 | 2018-01-01..2021-12-31 | White | north
                    b  | female | 2008-05-10 | 2018-01-01..2021-12-31 | White | north
                    c  | female | 2017-05-10 | 2018-01-01..2021-12-31 | White | north
                    d  | female | 2017-05-10 | 2018-01-01..2021-12-31 | White | north
                    e  | male   | 2008-05-10 | 2018-01-01..2021-12-31 | White | north
                    f  | male   | 2008-05-10 | 2018-01-01..2021-12-31 | Asian | north
                    g  | male   | 2017-05-10 | 2018-01-01..2021-12-31 | Asian | north
                    h  | male   | 2017-05-10 | 2018-01-01..2021-12-31 | - | south
                    """).verdicts("""
                    id | phenotype | class     | index
                    a  | ISCD_2019 | CONFIRMED | 2020-12-31
                    e  | ISCD_2019 | CONFIRMED | 2020-12-31
                    f  | ISCD_2019 | CONFIRMED | 2021-12-31
                    """);

    private static List<ComparisonRow> rows(StudyFrame frame) {
        List<Assessment> children = CHILDREN.assessments();
        return Comparisons.of(
                        frame,
                        MeasurePicture.rows(new PrevalenceMeasure(frame), children),
                        MeasurePicture.rows(new IncidenceMeasure(frame), children))
                .rows()
                .stream()
                .filter(row -> row.caseClass().equals("confirmed"))
                .toList();
    }

    private static ComparisonRow row(String comparison, String column) {
        return rows(MeasurePicture.twoYears()).stream()
                .filter(row -> row.comparison().equals(comparison))
                .filter(row -> row.comparedColumn().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyComparisonIsOneRowWithTheCountsItIsMadeOf() {
        assertThat(RowPicture.of(
                        ComparisonRow.TABLE,
                        rows(MeasurePicture.twoYears()),
                        "comparison | compared_column | level | reference_level | numerator | denominator | person_days"
                                + " | reference_numerator | reference_denominator | reference_person_days"))
                .isEqualTo(RowPicture.plain("""
                                comparison | compared_column | level | reference_level | numerator | denominator | person_days | reference_numerator | reference_denominator | reference_person_days
                                trend_over_age_bands | age_band | -     | -      | 3 | 8  | -    | - | - | -
                                trend_over_years     | year     | -     | -      | 5 | 16 | -    | - | - | -
                                prevalence_ratio     | sex      | male  | female | 2 | 4  | -    | 1 | 4 | -
                                incidence_rate_ratio | sex      | male  | female | 2 | 4  | 2559 | 1 | 4 | 2559
                                prevalence_ratio     | race     | Asian | White  | 1 | 2  | -    | 2 | 5 | -
                                incidence_rate_ratio | race     | Asian | White  | 1 | 2  | 1462 | 2 | 5 | 2925
                                prevalence_ratio     | site     | south | north  | 0 | 1  | -    | 3 | 7 | -
                                incidence_rate_ratio | site     | south | north  | 0 | 1  | 731  | 3 | 7 | 4387
                                """));
    }

    @Test
    void aRatioComesWithItsInterval() {
        ComparisonRow ratio = row("prevalence_ratio", "sex");
        assertThat(ratio.estimate()).isCloseTo(2.0, within(1e-12));
        // exp(ln 2 +- 1.959964 * sqrt(1/2 - 1/4 + 1/1 - 1/4))
        assertThat(ratio.ciLow()).isCloseTo(0.2817, within(1e-3));
        assertThat(ratio.ciHigh()).isCloseTo(14.198, within(1e-2));
        assertThat(ratio.method()).isEqualTo("wald_log");
        assertThat(ratio.pValue()).isNull();
        assertThat(row("incidence_rate_ratio", "sex").estimate()).isCloseTo(2.0, within(1e-9));
    }

    @Test
    void aTrendRisesWithAgeWhenOlderChildrenAreCases() {
        ComparisonRow trend = row("trend_over_age_bands", "age_band");
        assertThat(trend.statistic()).isPositive();
        // Three cases of four against none of four: chi-square 8 * 12^2 / (4 * 4 * 3 * 5) = 4.8.
        assertThat(trend.statistic() * trend.statistic()).isCloseTo(4.8, within(1e-9));
        assertThat(trend.pValue()).isCloseTo(0.02846, within(1e-4));
        assertThat(trend.method()).isEqualTo("cochran_armitage");
        assertThat(trend.estimate()).isNull();
    }

    @Test
    void shiftedDatesBlurTheTrendOverYearsOnly() {
        StudyFrame trueDates = MeasurePicture.twoYears();
        StudyFrame shifted = new StudyFrame(
                trueDates.start(),
                trueDates.end(),
                trueDates.minAgeYears(),
                trueDates.maxAgeYears(),
                trueDates.phenotypes(),
                trueDates.sites(),
                trueDates.items(),
                trueDates.settings(),
                List.of(),
                null,
                true);
        assertThat(blurred(trueDates)).isEmpty();
        assertThat(blurred(shifted)).containsExactly("trend_over_years");
    }

    private static Stream<String> blurred(StudyFrame frame) {
        return rows(frame).stream().filter(ComparisonRow::periodBlurred).map(ComparisonRow::comparison);
    }
}
