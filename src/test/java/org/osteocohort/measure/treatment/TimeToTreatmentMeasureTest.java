package org.osteocohort.measure.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

class TimeToTreatmentMeasureTest {
    private static List<TimeToTreatmentRow> rows(AssessmentPicture children, String treatment) {
        return MeasurePicture.rows(new TimeToTreatmentMeasure(MeasurePicture.twoYears()), children).stream()
                .filter(row -> row.caseClass().equals("confirmed"))
                .filter(row -> row.treatment().equals(treatment))
                .toList();
    }

    private static List<TimeToTreatmentRow> overall(AssessmentPicture children, String treatment) {
        return rows(children, treatment).stream()
                .filter(row -> row.sex().equals("all") && row.ageGroup().equals("all"))
                .toList();
    }

    private static AssessmentPicture sixChildren() {
        return AssessmentPicture.children("""
                        id        | sex    | birth      | observed               | death
                        at_index  | female | 2010-05-10 | 2015-01-01..2021-12-31 | -
                        day_90    | female | 2010-05-10 | 2015-01-01..2021-12-31 | -
                        day_91    | male   | 2010-05-10 | 2015-01-01..2021-12-31 | -
                        left      | male   | 2010-05-10 | 2015-01-01..2020-03-31 | -
                        before    | male   | 2010-05-10 | 2015-01-01..2021-12-31 | -
                        not_there | male   | 2010-05-10 | 2020-01-02..2021-12-31 | -
                        """).verdicts("""
                        id        | phenotype | class     | index
                        at_index  | ISCD_2019 | CONFIRMED | 2020-01-01
                        day_90    | ISCD_2019 | CONFIRMED | 2020-01-01
                        day_91    | ISCD_2019 | CONFIRMED | 2020-01-01
                        left      | ISCD_2019 | CONFIRMED | 2020-01-01
                        before    | ISCD_2019 | CONFIRMED | 2020-01-01
                        not_there | ISCD_2019 | CONFIRMED | 2020-01-01
                        """).tags("""
                        id        | role      | item                       | start | end | records
                        at_index  | treatment | bisphosphonate.pamidronate | -     | -   | 2020-01-01
                        day_90    | treatment | bisphosphonate.pamidronate | -     | -   | 2018-12-31, 2020-03-31
                        day_91    | treatment | bisphosphonate.pamidronate | -     | -   | 2020-04-01, 2020-05-01
                        left      | treatment | bisphosphonate.pamidronate | -     | -   | 2020-04-01
                        before    | treatment | bisphosphonate.pamidronate | -     | -   | 2019-01-01
                        not_there | treatment | bisphosphonate.pamidronate | -     | -   | 2020-02-01
                        """);
    }

    @Test
    void everyDayDividesTheFollowedIntoTreatedGoneAndAtRisk() {
        assertThat(RowPicture.of(
                        TimeToTreatmentRow.TABLE,
                        overall(sixChildren(), "bisphosphonate.any"),
                        "day | followed | treated_before | not_observed | at_risk | events | censored"))
                .isEqualTo(RowPicture.plain("""
                        day | followed | treated_before | not_observed | at_risk | events | censored
                        0   | 4 | 1 | 1 | 3 | 1 | 0
                        30  | 4 | 1 | 1 | 3 | 1 | 0
                        90  | 4 | 1 | 1 | 1 | 2 | 1
                        180 | 4 | 1 | 1 | 0 | 3 | 1
                        365 | 4 | 1 | 1 | 0 | 3 | 1
                        730 | 4 | 1 | 1 | 0 | 3 | 1
                        """));
    }

    @Test
    void whoLeavesIsNotTakenForUntreated() {
        List<Double> estimates = overall(sixChildren(), "bisphosphonate.any").stream()
                .map(TimeToTreatmentRow::estimate)
                .toList();
        // One of four at once, one of the other three on day 90 before one of them leaves, then the last one.
        assertThat(estimates.get(0)).isCloseTo(1 / 4.0, within(1e-12));
        assertThat(estimates.get(2)).isCloseTo(1 - 3 / 4.0 * 2 / 3.0, within(1e-12));
        assertThat(estimates.get(5)).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void whatIsRequiredOfSeveralItemsIsThereOnTheLatestFirstDay() {
        AssessmentPicture child = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2015-01-01..2021-12-31
                        """).verdicts("""
                        id | phenotype | class     | index
                        a  | ISCD_2019 | CONFIRMED | 2020-01-01
                        """).tags("""
                        id | role        | item           | start | end | records
                        a  | lab         | lab.calcium    | -     | -   | 2019-11-01, 2020-01-10
                        a  | lab         | lab.phosphorus | -     | -   | 2020-01-31
                        a  | lab         | lab.vitamin_d  | -     | -   | 2020-02-01
                        """);
        assertThat(overall(child, "lab_panel"))
                .extracting(TimeToTreatmentRow::events)
                .containsExactly(0L, 0L, 1L, 1L, 1L, 1L);
    }

    @Test
    void nobodyToFollowHasNoEstimate() {
        AssessmentPicture nobody = AssessmentPicture.children("""
                id | sex  | birth      | observed
                a  | male | 2010-05-10 | 2015-01-01..2021-12-31
                """);
        assertThat(overall(nobody, "bisphosphonate.any")).hasSize(6).allSatisfy(row -> {
            assertThat(row.followed()).isZero();
            assertThat(row.estimate()).isNull();
            assertThat(row.valueStatus()).isEqualTo("not_estimable");
        });
    }
}
