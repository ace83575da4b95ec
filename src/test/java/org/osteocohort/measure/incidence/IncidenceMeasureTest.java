package org.osteocohort.measure.incidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.osteocohort.job.ReportSettings;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

/** The washout of these pictures is the usual one, 365 days. */
class IncidenceMeasureTest {
    private static final ReportSettings A_YEAR_OF_WASHOUT = new ReportSettings(
            ReportSettings.USUAL.periods(),
            ReportSettings.USUAL.ageBandStarts(),
            ReportSettings.USUAL.ageGroupStarts(),
            ReportSettings.USUAL.crossings(),
            ReportSettings.USUAL.pointInPeriod(),
            0,
            null,
            365,
            ReportSettings.USUAL.interval());
    private static final Predicate<IncidenceRow> OVERALL =
            row -> List.of(row.sex(), row.ageGroup(), row.ageBand(), row.race(), row.ethnicity(), row.site()).stream()
                    .allMatch("all"::equals);
    private static final Predicate<IncidenceRow> OBSERVED =
            row -> row.denominatorName().equals("observed");
    private static final Predicate<IncidenceRow> STUDY = row -> row.period().equals("study");

    private static String picture(AssessmentPicture children, Predicate<IncidenceRow> chosen, String columns) {
        List<IncidenceRow> rows =
                MeasurePicture.rows(new IncidenceMeasure(MeasurePicture.twoYears(A_YEAR_OF_WASHOUT)), children).stream()
                        .filter(chosen)
                        .toList();
        return RowPicture.of(IncidenceRow.TABLE, rows, columns);
    }

    private static Predicate<IncidenceRow> confirmed() {
        return row -> row.caseClass().equals("confirmed");
    }

    @Test
    void aChildIsAtRiskFromTheEndOfTheWashoutToTheDayOfItsEvent() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id              | sex    | birth      | observed
                        event           | female | 2010-05-10 | 2019-01-01..2022-12-31
                        came_late       | female | 2010-05-10 | 2020-03-01..2022-12-31
                        from_birth      | male   | 2020-05-21 | 2020-06-20..2022-12-31
                        not_from_birth  | male   | 2020-05-20 | 2020-06-20..2022-12-31
                        """).verdicts("""
                        id    | phenotype | class     | index
                        event | ISCD_2019 | CONFIRMED | 2020-07-01
                        """);
        assertThat(
                        picture(
                                children,
                                OVERALL.and(OBSERVED).and(confirmed()),
                                "period | persons_not_followed | persons_followed | persons_with_earlier_event | persons_at_risk | events | person_days"))
                .isEqualTo(RowPicture.plain("""
                        period | persons_not_followed | persons_followed | persons_with_earlier_event | persons_at_risk | events | person_days
                        study  | 0 | 4 | 0 | 4 | 1 | 1244
                        2020   | 2 | 2 | 0 | 2 | 1 | 378
                        2021   | 0 | 4 | 1 | 3 | 0 | 866
                        """));
    }

    /** A child that is out of the classes after its last contributed day did not leave as far as the study knows. */
    @Test
    void everyGroupOfClassesHasAFirstEventOfItsOwnAndTellsWhoLeftItAgain() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id       | sex  | birth      | observed
                        surer    | male | 2010-05-10 | 2019-01-01..2022-12-31
                        normal   | male | 2010-05-10 | 2019-01-01..2022-12-31
                        again    | male | 2010-05-10 | 2019-01-01..2022-12-31
                        at_once  | male | 2010-05-10 | 2019-01-01..2022-12-31
                        stays    | male | 2010-05-10 | 2019-01-01..2022-12-31
                        last_day | male | 2010-05-10 | 2019-01-01..2022-12-31
                        """).verdicts("""
                        id       | phenotype | class     | index      | until
                        surer    | ISCD_2019 | SUSPECTED | 2020-07-01 | 2021-06-30
                        surer    | ISCD_2019 | CONFIRMED | 2021-07-01 | -
                        normal   | ISCD_2019 | SUSPECTED | 2020-07-01 | 2020-12-31
                        again    | ISCD_2019 | SUSPECTED | 2020-07-01 | 2020-12-31
                        again    | ISCD_2019 | SUSPECTED | 2021-06-01 | -
                        at_once  | ISCD_2019 | CONFIRMED | 2021-07-01 | -
                        stays    | ISCD_2019 | SUSPECTED | 2021-01-01 | 2021-12-31
                        last_day | ISCD_2019 | SUSPECTED | 2021-01-01 | 2021-12-30
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(OBSERVED).and(row -> row.item().equals("ISCD_2019")),
                        "case_class | period | persons_at_risk | events | person_days | persons_ever | persons_left"
                                + " | persons_no_longer"))
                .isEqualTo(RowPicture.plain("""
                        case_class            | period | persons_at_risk | events | person_days | persons_ever | persons_left | persons_no_longer
                        confirmed             | study | 6 | 2 | 4020 | 2 | 0 | 0
                        confirmed             | 2020  | 6 | 0 | 2196 | - | - | -
                        confirmed             | 2021  | 6 | 2 | 1824 | - | - | -
                        confirmed_or_probable | study | 6 | 2 | 4020 | 2 | 0 | 0
                        confirmed_or_probable | 2020  | 6 | 0 | 2196 | - | - | -
                        confirmed_or_probable | 2021  | 6 | 2 | 1824 | - | - | -
                        any                   | study | 6 | 6 | 1831 | 6 | 3 | 2
                        any                   | 2020  | 6 | 3 | 1647 | - | - | -
                        any                   | 2021  | 3 | 3 | 184  | - | - | -
                        """));
    }

    @Test
    void anEventOnADayThatIsNotAtRiskIsToldBesideAndNeverLost() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex    | birth      | observed
                        a  | female | 2010-05-10 | 2019-06-01..2021-06-30
                        b  | female | 2010-05-10 | 2019-06-01..2021-06-30
                        c  | female | 2010-05-10 | 2019-06-01..2021-06-30
                        d  | female | 2010-05-10 | 2019-06-01..2021-06-30
                        e  | female | 2010-05-10 | 2019-06-01..2021-06-30
                        f  | female | 2010-05-10 | 2019-06-01..2021-06-30
                        g  | female | 2010-05-10 | 2019-06-01..2021-06-30
                        h  | female | 2010-05-10 | 2019-06-01..2019-12-30, 2020-01-01..2020-02-28, 2020-03-02..2021-06-30
                        """).verdicts("""
                        id | phenotype | class     | index
                        a  | ISCD_2019 | CONFIRMED | 2020-05-30
                        b  | ISCD_2019 | CONFIRMED | 2020-05-31
                        c  | ISCD_2019 | CONFIRMED | 2021-06-30
                        d  | ISCD_2019 | CONFIRMED | 2021-07-01
                        e  | ISCD_2019 | CONFIRMED | 2019-12-31
                        f  | ISCD_2019 | CONFIRMED | 2020-01-01
                        g  | ISCD_2019 | CONFIRMED | 2022-01-01
                        h  | ISCD_2019 | CONFIRMED | 2020-03-01
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(OBSERVED).and(confirmed()),
                        "period | persons_followed | persons_at_risk | events | person_days | events_before_study"
                                + " | events_in_washout | events_outside_observation | events_after_contribution"))
                .isEqualTo(RowPicture.plain("""
                                period | persons_followed | persons_at_risk | events | person_days | events_before_study | events_in_washout | events_outside_observation | events_after_contribution
                                study  | 8 | 4 | 2 | 1189 | 1 | 2 | 1 | 1
                                2020   | 7 | 4 | 1 | 646  | - | - | - | -
                                2021   | 8 | 3 | 1 | 543  | - | - | - | -
                                """));
    }

    /** The fifth birthday of a child of 29 February is 1 March 2021; the nineteenth of another is 15 February 2021. */
    @Test
    void timeBeginsAtBirthAndEndsWithTheDayOfDeathOrTheDayBeforeTheUpperAge() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id    | sex  | birth      | observed               | death
                        leap  | male | 2016-02-29 | 2016-02-29..2022-12-31 | -
                        dead  | male | 2012-01-01 | 2012-01-01..2022-12-31 | 2020-01-31
                        grown | male | 2002-02-15 | 2002-02-15..2022-12-31 | -
                        born  | male | 2021-12-31 | 2021-12-31..2022-12-31 | -
                        """);
        assertThat(picture(
                        children,
                        OBSERVED.and(confirmed())
                                .and(row -> row.personsAtRisk() > 0)
                                .and(row -> row.periodKind().equals("year")
                                        && row.sex().equals("all"))
                                .and(row -> !row.ageBand().equals("all")),
                        "period | age_band | persons_at_risk | person_days"))
                .isEqualTo(RowPicture.plain("""
                        period | age_band | persons_at_risk | person_days
                        2020 | 0-4   | 1 | 366
                        2020 | 5-9   | 1 | 31
                        2020 | 15-18 | 1 | 366
                        2021 | 0-4   | 2 | 60
                        2021 | 5-9   | 1 | 306
                        2021 | 15-18 | 1 | 45
                        """));
    }

    @Test
    void aChildMovesToTheNextAgeBandOnItsBirthdayAndIsAPersonOfBoth() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex    | birth      | observed
                        a  | female | 2010-07-01 | 2015-01-01..2022-12-31
                        """).verdicts("""
                        id | phenotype | class     | index
                        a  | ISCD_2019 | CONFIRMED | 2020-07-01
                        """);
        assertThat(picture(
                        children,
                        OBSERVED.and(STUDY)
                                .and(confirmed())
                                .and(row -> row.personsAtRisk() > 0)
                                .and(row -> row.race().equals("all")
                                        && row.ethnicity().equals("all")
                                        && row.site().equals("all")
                                        && row.sex().equals("all")),
                        "age_group | age_band | persons_at_risk | events | person_days"))
                .isEqualTo(RowPicture.plain("""
                        age_group | age_band | persons_at_risk | events | person_days
                        all   | all   | 1 | 1 | 183
                        0-9   | all   | 1 | 0 | 182
                        10-18 | all   | 1 | 1 | 1
                        0-9   | 5-9   | 1 | 0 | 182
                        10-18 | 10-14 | 1 | 1 | 1
                        """));
    }

    @Test
    void theTimeOfAnImpreciseBirthdayIsUncertainOnlyWhileItMayBeOfTwoBands() {
        AssessmentPicture children = AssessmentPicture.children("""
                id | sex    | birth      | precision | observed
                a  | female | 2010-07-01 | month     | 2015-01-01..2020-12-31
                """);
        assertThat(picture(
                        children,
                        OBSERVED.and(row -> row.period().equals("2020"))
                                .and(confirmed())
                                .and(row -> row.personsAtRisk() > 0)
                                .and(row -> !row.ageBand().equals("all")
                                        && row.sex().equals("all")),
                        "age_band | persons_at_risk | person_days"))
                .isEqualTo(RowPicture.plain("""
                        age_band  | persons_at_risk | person_days
                        5-9       | 1 | 182
                        10-14     | 1 | 154
                        uncertain | 1 | 30
                        """));
    }

    @Test
    void aProbableCaseStaysAtRiskOfBeingConfirmed() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2018-01-01..2021-12-31
                        """).verdicts("""
                        id | phenotype | class    | index
                        a  | ISCD_2019 | PROBABLE | 2020-01-10
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(OBSERVED).and(STUDY).and(row -> row.kind().equals("phenotype")),
                        "case_class | persons_at_risk | events | person_days"))
                .isEqualTo(RowPicture.plain("""
                        case_class            | persons_at_risk | events | person_days
                        confirmed             | 1 | 0 | 731
                        confirmed_or_probable | 1 | 1 | 10
                        any                   | 1 | 1 | 10
                        """));
    }

    @Test
    void anItemBeginsOnceAndTheWiderItemWithItsFirst() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2018-01-01..2021-12-31
                        """).tags("""
                        id | role              | item                               | start      | end        | records
                        a  | secondary_cause   | metabolic_condition.lysosomal      | 2020-01-05 | -          | -
                        a  | secondary_cause   | metabolic_condition.homocystinuria | 2020-01-03 | -          | -
                        a  | med_cause         | steroids                           | 2020-02-01 | 2020-05-01 | -
                        a  | med_cause_dx_flag | steroids                           | 2020-01-02 | 2020-05-01 | -
                        a  | med_cause         | corticosteroids                    | -          | -          | 2020-01-01
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(OBSERVED).and(STUDY).and(row -> !row.kind().equals("phenotype")),
                        "item | case_class | persons_at_risk | events | person_days"))
                .isEqualTo(RowPicture.plain("""
                                item                               | case_class | persons_at_risk | events | person_days
                                cerebral_palsy                     | all | 1 | 0 | 731
                                metabolic_condition.homocystinuria | all | 1 | 1 | 3
                                metabolic_condition.lysosomal      | all | 1 | 1 | 5
                                metabolic_condition                | all | 1 | 1 | 3
                                corticosteroids                    | all | 1 | 0 | 731
                                steroids                           | all | 1 | 1 | 2
                                any_glucocorticoid                 | all | 1 | 1 | 2
                                inactivity_immobility              | all | 1 | 0 | 731
                                """));
    }

    @Test
    void aClosedPopulationGivesTheTimeOfItsChildrenOnly() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id    | sex  | birth      | observed
                        whole | male | 2010-05-10 | 2018-01-01..2021-12-31
                        first | male | 2010-05-10 | 2018-01-01..2020-01-31
                        later | male | 2010-05-10 | 2018-02-01..2019-12-31,2020-06-01..2021-12-31
                        """).scans("""
                        id    | date       | z
                        later | 2021-12-31 | -1.0
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(STUDY).and(confirmed()),
                        "denominator_name | persons_followed | person_days"))
                .isEqualTo(RowPicture.plain("""
                        denominator_name | persons_followed | person_days
                        observed         | 3 | 976
                        day_one          | 2 | 762
                        whole_period     | 1 | 731
                        regular_care     | 0 | 0
                        dxa_tested       | 1 | 214
                        """));
    }

    @Test
    void theRateIsToldFor10000PersonYearsWithItsExactInterval() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2018-01-01..2021-12-31
                        b  | male | 2010-05-10 | 2018-01-01..2021-12-31
                        """).verdicts("""
                        id | phenotype | class     | index
                        a  | ISCD_2019 | CONFIRMED | 2021-12-31
                        """);
        IncidenceRow row =
                MeasurePicture.rows(new IncidenceMeasure(MeasurePicture.twoYears(A_YEAR_OF_WASHOUT)), children).stream()
                        .filter(OVERALL.and(OBSERVED).and(STUDY).and(confirmed()))
                        .findFirst()
                        .orElseThrow();
        double years = 2 * 731 / 365.25;
        assertThat(row.personYears()).isCloseTo(years, within(1e-12));
        assertThat(row.estimate()).isCloseTo(10_000 / years, within(1e-9));
        // The exact limits of one event are 0.0253178 and 5.5716434.
        assertThat(row.ciLow()).isCloseTo(0.0253178 / years * 10_000, within(1e-3));
        assertThat(row.ciHigh()).isCloseTo(5.5716434 / years * 10_000, within(1e-3));
        assertThat(row.ciMethod()).isEqualTo("exact_poisson");
        assertThat(row.valueStatus()).isEqualTo("released");
    }

    @Test
    void withoutTimeThereIsNoRate() {
        IncidenceRow row = new IncidenceMeasure(MeasurePicture.twoYears(A_YEAR_OF_WASHOUT))
                .rows(new Tally())
                .get(0);
        assertThat(row.personDays()).isZero();
        assertThat(row.estimate()).isNull();
        assertThat(row.ciHigh()).isNull();
        assertThat(row.valueStatus()).isEqualTo("not_estimable");
    }
}
