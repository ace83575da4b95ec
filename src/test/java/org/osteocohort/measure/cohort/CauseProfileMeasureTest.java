package org.osteocohort.measure.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

class CauseProfileMeasureTest {
    private static final AssessmentPicture CHILDREN =
            AssessmentPicture.children("""
                    id | sex    | birth      | observed
                    a  | female | 2010-05-10 | 2019-01-01..2022-12-31
                    b  | female | 2012-05-10 | 2019-01-01..2022-12-31
                    c  | male   | 2010-05-10 | 2019-01-01..2022-12-31
                    d  | male   | 2010-05-10 | 2010-05-10..2019-12-31
                    e  | male   | 2010-05-10 | 2019-01-01..2022-12-31
                    f  | male   | 2010-05-10 | 2019-01-01..2021-03-31
                    """).verdicts("""
                    id | phenotype | class     | index      | etiology      | causes
                    a  | ISCD_2019 | CONFIRMED | 2020-05-10 | SECONDARY     | steroids, corticosteroids, cerebral_palsy
                    b  | ISCD_2019 | CONFIRMED | 2016-01-01 | IJO_SUPPORTED | -
                    c  | ISCD_2019 | SUSPECTED | 2021-12-31 | SECONDARY     | metabolic_condition.lysosomal
                    d  | ISCD_2019 | CONFIRMED | 2015-01-01 | SECONDARY     | steroids
                    e  | ISCD_2019 | CONFIRMED | 2022-01-01 | SECONDARY     | steroids
                    f  | ISCD_2019 | CONFIRMED | 2021-04-01 | SECONDARY     | steroids
                    """);

    private static String picture(Predicate<CauseProfileRow> chosen, String columns) {
        List<CauseProfileRow> rows =
                MeasurePicture.rows(new CauseProfileMeasure(MeasurePicture.twoYears()), CHILDREN).stream()
                        .filter(chosen)
                        .toList();
        return RowPicture.of(CauseProfileRow.TABLE, rows, columns);
    }

    @Test
    void causesAreSharesOfTheCasesWhoContributeToTheStudy() {
        assertThat(picture(
                        row -> row.caseClass().equals("any")
                                && row.sex().equals("all")
                                && row.ageGroup().equals("all"),
                        "kind | item | numerator | denominator"))
                .isEqualTo(RowPicture.plain("""
                                kind             | item                               | numerator | denominator
                                etiology         | genetic                            | 0 | 3
                                etiology         | secondary                          | 2 | 3
                                etiology         | secondary_late                     | 0 | 3
                                etiology         | other_disease                      | 0 | 3
                                etiology         | ijo_supported                      | 1 | 3
                                etiology         | ijo_no_cause_observed              | 0 | 3
                                etiology         | ijo_no_cause_recorded              | 0 | 3
                                etiology         | undetermined                       | 0 | 3
                                overlap          | cause_alone                        | 1 | 3
                                overlap          | cause_and_medication               | 1 | 3
                                overlap          | medication_alone                   | 0 | 3
                                overlap          | neither                            | 1 | 3
                                any              | secondary_cause                    | 2 | 3
                                any              | medication                         | 1 | 3
                                secondary_cause  | cerebral_palsy                     | 1 | 3
                                secondary_cause  | metabolic_condition.homocystinuria | 0 | 3
                                secondary_cause  | metabolic_condition.lysosomal      | 1 | 3
                                seed_row         | metabolic_condition                | 1 | 3
                                medication       | corticosteroids                    | 1 | 3
                                medication       | steroids                           | 1 | 3
                                medication_union | any_glucocorticoid                 | 1 | 3
                                lifestyle        | inactivity_immobility              | 0 | 3
                                """));
    }

    @Test
    void strataAreSexAndAgeAtTheIndexAndEmptyOnesAreShown() {
        assertThat(picture(
                        row -> row.caseClass().equals("confirmed") && row.item().equals("cerebral_palsy"),
                        "sex | age_group | age_band | numerator | denominator | estimate | value_status"))
                .isEqualTo(RowPicture.plain("""
                                sex     | age_group | age_band | numerator | denominator | estimate | value_status
                                all     | all   | all   | 1 | 2 | 0.5 | released
                                female  | all   | all   | 1 | 2 | 0.5 | released
                                male    | all   | all   | 0 | 0 | -   | not_estimable
                                unknown | all   | all   | 0 | 0 | -   | not_estimable
                                all     | 0-9   | all   | 0 | 1 | 0.0 | released
                                all     | 10-18 | all   | 1 | 1 | 1.0 | released
                                all     | 0-9   | 0-4   | 0 | 1 | 0.0 | released
                                all     | 0-9   | 5-9   | 0 | 0 | -   | not_estimable
                                all     | 10-18 | 10-14 | 1 | 1 | 1.0 | released
                                all     | 10-18 | 15-18 | 0 | 0 | -   | not_estimable
                                """));
    }
}
