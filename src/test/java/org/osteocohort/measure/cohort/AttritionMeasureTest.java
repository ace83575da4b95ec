package org.osteocohort.measure.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

class AttritionMeasureTest {
    private static final AssessmentPicture CHILDREN =
            AssessmentPicture.children("""
                    id           | sex     | birth      | observed
                    no_birth     | male    | -          | 2019-01-01..2022-12-31
                    too_old      | male    | 2001-01-01 | 2010-01-01..2022-12-31
                    grown_case   | male    | 2001-01-01 | 2010-01-01..2022-12-31
                    grown_gone   | male    | 2001-01-01 | 2010-01-01..2019-12-31
                    born_later   | male    | 2022-01-01 | 2022-01-01..2022-12-31
                    not_observed | male    | 2010-01-01 | 2010-01-01..2019-12-31
                    no_fracture  | male    | 2010-01-01 | 2010-01-01..2022-12-31
                    late_one     | male    | 2002-01-01 | 2010-01-01..2022-12-31
                    not_met      | male    | 2010-01-01 | 2010-01-01..2022-12-31
                    suspected    | unknown | 2010-01-01 | 2010-01-01..2022-12-31
                    probable     | male    | 2010-01-01 | 2010-01-01..2022-12-31
                    confirmed    | male    | 2010-01-01 | 2010-01-01..2022-12-31
                    next_year    | male    | 2010-01-01 | 2010-01-01..2022-12-31
                    gone         | male    | 2010-01-01 | 2010-01-01..2020-12-31
                    """).tags("""
                    id        | role            | item           | start      | end | records
                    suspected | secondary_cause | cerebral_palsy | 2012-01-01 | -   | 2012-01-01,2013-01-01
                    confirmed | secondary_cause | cerebral_palsy | 2012-01-01 | -   | 2012-01-01,2013-01-01,2014-01-01
                    """).fractures("""
                    id           | date       | not_counted
                    grown_case   | 2015-01-01 | -
                    grown_gone   | 2015-01-01 | -
                    not_observed | 2015-01-01 | -
                    no_fracture  | 2015-01-01 | never_counted_site
                    late_one     | 2021-01-01 | -
                    not_met      | 2020-12-31 | -
                    suspected    | 2020-01-01 | -
                    probable     | 2020-01-01 | -
                    confirmed    | 2020-01-01 | -
                    next_year    | 2020-01-01 | -
                    gone         | 2021-01-01 | -
                    """).verdicts("""
                    id           | phenotype | class     | index
                    no_birth     | ISCD_2019 | NOT_MET   | -
                    too_old      | ISCD_2019 | NOT_MET   | -
                    grown_case   | ISCD_2019 | CONFIRMED | 2015-01-01
                    grown_gone   | ISCD_2019 | CONFIRMED | 2015-01-01
                    born_later   | ISCD_2019 | NOT_MET   | -
                    not_observed | ISCD_2019 | CONFIRMED | 2015-01-01
                    no_fracture  | ISCD_2019 | NOT_MET   | -
                    late_one     | ISCD_2019 | NOT_MET   | -
                    not_met      | ISCD_2019 | NOT_MET   | -
                    suspected    | ISCD_2019 | SUSPECTED | 2020-01-01
                    probable     | ISCD_2019 | PROBABLE  | 2020-01-01
                    confirmed    | ISCD_2019 | CONFIRMED | 2020-01-01
                    next_year    | ISCD_2019 | CONFIRMED | 2022-01-01
                    gone         | ISCD_2019 | CONFIRMED | 2021-01-01
                    """);

    @Test
    void everyChildLeavesAtTheFirstRuleItFails() {
        List<AttritionRow> rows = MeasurePicture.rows(new AttritionMeasure(MeasurePicture.twoYears()), CHILDREN);
        assertThat(RowPicture.of(
                        AttritionRow.TABLE,
                        rows,
                        "step_no | step_code | persons_in | persons_out | excluded_persons | fail_only_this_persons"
                                + " | records_in | records_out"))
                .isEqualTo(RowPicture.plain("""
                                step_no | step_code | persons_in | persons_out | excluded_persons | fail_only_this_persons | records_in | records_out
                                1 | all_patients       | 14 | 14 | 0 | 0 | 5 | 5
                                2 | birth_date_known   | 14 | 13 | 1 | 0 | 5 | 5
                                3 | age_in_population  | 13 | 9  | 4 | 1 | 5 | 5
                                4 | observed_in_study  | 9  | 8  | 1 | 1 | 5 | 5
                                5 | prior_observation  | 8  | 8  | 0 | 0 | 5 | 5
                                6 | counted_fracture   | 8  | 6  | 2 | 0 | 5 | 5
                                7 | suspected_or_surer | 6  | 3  | 3 | 0 | 5 | 5
                                8 | probable_or_surer  | 3  | 2  | 1 | 0 | 5 | 3
                                9 | confirmed          | 2  | 1  | 1 | 1 | 3 | 3
                                """));
    }

    @Test
    void everyStepIsWrittenWhenThereIsNobody() {
        List<AttritionRow> rows = new AttritionMeasure(MeasurePicture.twoYears()).rows(new Tally());
        assertThat(rows).hasSize(AttritionStep.values().length).allSatisfy(row -> {
            assertThat(row.personsIn()).isZero();
            assertThat(row.personsOut()).isZero();
            assertThat(row.failOnlyThisPersons()).isZero();
        });
    }

    @Test
    void aPhenotypeThatAsksForNoFractureHasNoSuchStep() {
        assertThat(AttritionStep.of(new StudyPhenotype("DX_CODE", false)))
                .doesNotContain(AttritionStep.COUNTED_FRACTURE)
                .endsWith(AttritionStep.CONFIRMED);
    }
}
