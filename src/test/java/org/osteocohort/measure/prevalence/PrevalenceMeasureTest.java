package org.osteocohort.measure.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.osteocohort.job.ReportSettings;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.statistics.ProportionMethod;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

class PrevalenceMeasureTest {
    private static final Predicate<PrevalenceRow> OVERALL =
            row -> List.of(row.sex(), row.ageGroup(), row.ageBand(), row.race(), row.ethnicity(), row.site()).stream()
                    .allMatch("all"::equals);

    private static final Predicate<PrevalenceRow> BY_TIME_ONLY =
            row -> List.of("observed", "day_one", "whole_period").contains(row.denominatorName());

    private static final Predicate<PrevalenceRow> OF_PERIODS =
            row -> row.prevalenceType().equals("period");

    private static String picture(AssessmentPicture children, Predicate<PrevalenceRow> chosen, String columns) {
        return picture(MeasurePicture.twoYears(), children, OF_PERIODS.and(chosen), columns);
    }

    private static String picture(
            StudyFrame frame, AssessmentPicture children, Predicate<PrevalenceRow> chosen, String columns) {
        List<PrevalenceRow> rows = MeasurePicture.rows(new PrevalenceMeasure(frame), children).stream()
                .filter(chosen)
                .toList();
        return RowPicture.of(PrevalenceRow.TABLE, rows, columns);
    }

    private static Predicate<PrevalenceRow> tested() {
        return OVERALL.and(phenotype(CaseGroup.CONFIRMED))
                .and(row -> row.denominatorName().equals("dxa_tested"));
    }

    private static Predicate<PrevalenceRow> phenotype(CaseGroup group) {
        return row -> row.item().equals("ISCD_2019") && row.caseClass().equals(group.label());
    }

    private static Predicate<PrevalenceRow> item(String item) {
        return row -> row.item().equals(item);
    }

    @Test
    void aCaseCountsFromTheIndexDateOnInEveryDenominatorItIsIn() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex    | birth      | observed
                        a  | female | 2010-05-10 | 2019-01-01..2022-12-31
                        b  | female | 2010-05-10 | 2020-01-01..2020-06-30
                        c  | female | 2010-05-10 | 2020-03-01..2021-12-31
                        d  | female | 2010-05-10 | 2021-07-01..2021-07-01
                        """).verdicts("""
                        id | phenotype | class     | index
                        a  | ISCD_2019 | CONFIRMED | 2021-02-01
                        b  | ISCD_2019 | CONFIRMED | 2020-07-01
                        c  | ISCD_2019 | NOT_MET   | -
                        d  | ISCD_2019 | PROBABLE  | 2015-01-01
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(phenotype(CaseGroup.ANY)),
                        "denominator_name | period | period_start | period_end | numerator | denominator"))
                .isEqualTo(RowPicture.plain("""
                                denominator_name | period | period_start | period_end | numerator | denominator
                                observed     | study | 2020-01-01 | 2021-12-31 | 2 | 4
                                observed     | 2020  | 2020-01-01 | 2020-12-31 | 0 | 3
                                observed     | 2021  | 2021-01-01 | 2021-12-31 | 2 | 3
                                day_one      | study | 2020-01-01 | 2021-12-31 | 1 | 2
                                day_one      | 2020  | 2020-01-01 | 2020-12-31 | 0 | 2
                                day_one      | 2021  | 2021-01-01 | 2021-12-31 | 1 | 2
                                whole_period | study | 2020-01-01 | 2021-12-31 | 1 | 1
                                whole_period | 2020  | 2020-01-01 | 2020-12-31 | 0 | 1
                                whole_period | 2021  | 2021-01-01 | 2021-12-31 | 1 | 2
                                regular_care | study | 2020-01-01 | 2021-12-31 | 0 | 0
                                regular_care | 2020  | 2020-01-01 | 2020-12-31 | 0 | 0
                                regular_care | 2021  | 2021-01-01 | 2021-12-31 | 0 | 0
                                dxa_tested   | study | 2020-01-01 | 2021-12-31 | 0 | 0
                                dxa_tested   | 2020  | 2020-01-01 | 2020-12-31 | 0 | 0
                                dxa_tested   | 2021  | 2021-01-01 | 2021-12-31 | 0 | 0
                                """));
    }

    /** The child {@code late} is confirmed a day after the last that it contributes. */
    @Test
    void aChildIsOfTheClassThatWasKnownOnItsLastDayOfThePeriod() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id      | sex  | birth      | observed
                        surer   | male | 2010-05-10 | 2020-01-01..2022-12-31
                        normal  | male | 2010-05-10 | 2020-01-01..2022-12-31
                        new_eve | male | 2010-05-10 | 2020-01-01..2022-12-31
                        eve     | male | 2010-05-10 | 2020-01-01..2022-12-31
                        late    | male | 2010-05-10 | 2020-01-01..2021-06-30
                        """).verdicts("""
                        id      | phenotype | class     | index      | until
                        surer   | ISCD_2019 | SUSPECTED | 2020-03-01 | 2021-03-31
                        surer   | ISCD_2019 | CONFIRMED | 2021-04-01 | -
                        normal  | ISCD_2019 | SUSPECTED | 2020-03-01 | 2021-03-31
                        new_eve | ISCD_2019 | SUSPECTED | 2020-03-01 | 2020-12-31
                        eve     | ISCD_2019 | SUSPECTED | 2020-03-01 | 2020-12-30
                        late    | ISCD_2019 | SUSPECTED | 2020-03-01 | 2021-06-30
                        late    | ISCD_2019 | CONFIRMED | 2021-07-01 | -
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(row -> row.item().equals("ISCD_2019"))
                                .and(row -> row.denominatorName().equals("observed")),
                        "case_class | period | numerator | denominator"))
                .isEqualTo(RowPicture.plain("""
                        case_class            | period | numerator | denominator
                        confirmed             | study  | 1 | 5
                        confirmed             | 2020   | 0 | 5
                        confirmed             | 2021   | 1 | 5
                        confirmed_or_probable | study  | 1 | 5
                        confirmed_or_probable | 2020   | 0 | 5
                        confirmed_or_probable | 2021   | 1 | 5
                        any                   | study  | 2 | 5
                        any                   | 2020   | 4 | 5
                        any                   | 2021   | 2 | 5
                        """));
    }

    @Test
    void anIndexOnTheLastContributedDayCountsAndOneDayLaterDoesNot() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2020-01-01..2021-06-30
                        b  | male | 2010-05-10 | 2020-01-01..2021-06-30
                        """).verdicts("""
                        id | phenotype | class     | index
                        a  | ISCD_2019 | CONFIRMED | 2021-06-30
                        b  | ISCD_2019 | CONFIRMED | 2021-07-01
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(phenotype(CaseGroup.CONFIRMED))
                                .and(row -> row.denominatorName().equals("observed")),
                        "period | numerator | denominator"))
                .isEqualTo(RowPicture.plain("""
                        period | numerator | denominator
                        study  | 1 | 2
                        2020   | 0 | 2
                        2021   | 1 | 2
                        """));
    }

    @Test
    void surerClassesAreWithinTheGroupsOfLessSureOnes() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2020-01-01..2021-06-30
                        b  | male | 2010-05-10 | 2020-01-01..2021-06-30
                        c  | male | 2010-05-10 | 2020-01-01..2021-06-30
                        d  | male | 2010-05-10 | 2020-01-01..2021-06-30
                        """).verdicts("""
                        id | phenotype | class     | index
                        a  | ISCD_2019 | CONFIRMED | 2020-02-01
                        b  | ISCD_2019 | PROBABLE  | 2020-02-01
                        c  | ISCD_2019 | SUSPECTED | 2020-02-01
                        d  | ISCD_2019 | NOT_MET   | -
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(row -> row.kind().equals("phenotype"))
                                .and(row -> row.denominatorName().equals("observed"))
                                .and(row -> row.period().equals("study")),
                        "item | case_class | numerator | denominator"))
                .isEqualTo(RowPicture.plain("""
                                item      | case_class            | numerator | denominator
                                ISCD_2019 | confirmed             | 1 | 4
                                ISCD_2019 | confirmed_or_probable | 2 | 4
                                ISCD_2019 | any                   | 3 | 4
                                """));
    }

    @Test
    void aPointCountsWhoIsTestedThatDayAndNotWhoIsTestedLater() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id     | sex  | birth      | observed
                        before | male | 2010-05-10 | 2019-01-01..2021-12-31
                        on_day | male | 2010-05-10 | 2019-01-01..2021-12-31
                        after  | male | 2010-05-10 | 2019-01-01..2021-12-31
                        """).scans("""
                        id     | date       | z
                        before | 2019-12-31 | -1.0
                        on_day | 2020-01-01 | -1.0
                        after  | 2020-01-02 | -1.0
                        """);
        assertThat(picture(MeasurePicture.twoYears(), children, tested(), "prevalence_type | period | denominator"))
                .isEqualTo(RowPicture.plain("""
                        prevalence_type | period | denominator
                        period | study | 3
                        point  | study | 2
                        period | 2020  | 3
                        point  | 2020  | 2
                        period | 2021  | 3
                        point  | 2021  | 3
                        """));
    }

    /** Looking back 100 days from 2020-01-01 ends on 2019-09-23, and from 2021-01-01 on 2020-09-23. */
    @Test
    void aTestCountsOnlyAsLongAsTheJobLooksBack() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id       | sex  | birth      | observed
                        too_long | male | 2010-05-10 | 2019-01-01..2021-12-31
                        just     | male | 2010-05-10 | 2019-01-01..2021-12-31
                        gap      | male | 2010-05-10 | 2019-01-01..2019-12-31,2020-04-11..2021-12-31
                        no_gap   | male | 2010-05-10 | 2019-01-01..2019-12-31,2020-04-10..2021-12-31
                        """).scans("""
                        id       | date       | z
                        too_long | 2019-09-22 | -1.0
                        just     | 2019-09-23 | -1.0
                        gap      | 2020-01-01 | -1.0
                        no_gap   | 2020-01-01 | -1.0
                        """);
        assertThat(picture(lookingBack(100), children, tested(), "prevalence_type | period | denominator"))
                .isEqualTo(RowPicture.plain("""
                        prevalence_type | period | denominator
                        period | study | 2
                        point  | study | 1
                        period | 2020  | 2
                        point  | 2020  | 1
                        period | 2021  | 0
                        point  | 2021  | 0
                        """));
    }

    @Test
    void anItemCountsOnlyWithARecordNotLongerAgoThanTheJobLooksBack() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id       | sex  | birth      | observed
                        too_long | male | 2010-05-10 | 2019-01-01..2021-12-31
                        just     | male | 2010-05-10 | 2019-01-01..2021-12-31
                        after    | male | 2010-05-10 | 2019-01-01..2021-12-31
                        """).tags("""
                        id       | role            | item           | start      | end | records
                        too_long | secondary_cause | cerebral_palsy | 2015-01-01 | -   | 2015-01-01,2019-09-22
                        just     | secondary_cause | cerebral_palsy | 2015-01-01 | -   | 2015-01-01,2019-09-23
                        after    | secondary_cause | cerebral_palsy | 2015-01-01 | -   | 2015-01-01,2022-01-01
                        """);
        assertThat(picture(
                        lookingBack(100),
                        children,
                        OVERALL.and(OF_PERIODS)
                                .and(item("cerebral_palsy"))
                                .and(row -> row.denominatorName().equals("observed")),
                        "period | numerator | denominator"))
                .isEqualTo(RowPicture.plain("""
                        period | numerator | denominator
                        study  | 1 | 3
                        2020   | 1 | 3
                        2021   | 0 | 3
                        """));
    }

    private static StudyFrame lookingBack(int days) {
        ReportSettings usual = ReportSettings.USUAL;
        return MeasurePicture.twoYears(new ReportSettings(
                usual.periods(),
                usual.ageBandStarts(),
                usual.ageGroupStarts(),
                usual.crossings(),
                usual.pointInPeriod(),
                usual.priorObservationDays(),
                days,
                usual.washoutDays(),
                usual.interval()));
    }

    @Test
    void anItemCountsOnlyWhileInEffectOnAContributedDay() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2020-01-01..2020-03-31,2020-10-01..2021-12-31
                        b  | male | 2010-05-10 | 2020-01-01..2020-03-31,2020-10-01..2021-12-31
                        c  | male | 2010-05-10 | 2020-01-01..2020-03-31,2020-10-01..2021-12-31
                        d  | male | 2010-05-10 | 2020-01-01..2020-03-31,2020-10-01..2021-12-31
                        e  | male | 2010-05-10 | 2020-01-01..2020-03-31,2020-10-01..2021-12-31
                        """).tags("""
                        id | role            | item           | start      | end        | records
                        a  | secondary_cause | cerebral_palsy | 2020-04-01 | 2020-09-30 | -
                        b  | secondary_cause | cerebral_palsy | 2020-04-01 | 2020-10-01 | -
                        c  | secondary_cause | cerebral_palsy | 2012-01-01 | -          | -
                        d  | secondary_cause | cerebral_palsy | -          | -          | 2020-02-01
                        e  | secondary_cause | cerebral_palsy | 2018-01-01,2021-12-31 | 2019-12-31,2022-12-31 | -
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(item("cerebral_palsy"))
                                .and(row -> row.denominatorName().equals("observed")),
                        "period | numerator | denominator"))
                .isEqualTo(RowPicture.plain("""
                        period | numerator | denominator
                        study  | 3 | 5
                        2020   | 2 | 5
                        2021   | 2 | 5
                        """));
    }

    @Test
    void aChildWithSeveralItemsCountsOnceInTheItemThatHoldsThem() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2010-05-10 | 2020-01-01..2021-12-31
                        b  | male | 2010-05-10 | 2020-01-01..2021-12-31
                        """).tags("""
                        id | role              | item                               | start      | end        | records
                        a  | secondary_cause   | metabolic_condition.lysosomal      | 2012-01-01 | -          | -
                        a  | secondary_cause   | metabolic_condition.homocystinuria | 2012-01-01 | -          | -
                        b  | secondary_cause   | metabolic_condition.lysosomal      | 2012-01-01 | -          | -
                        a  | med_cause         | steroids                           | 2020-02-01 | 2020-05-01 | -
                        a  | med_cause         | corticosteroids                    | 2020-02-01 | 2020-05-01 | -
                        b  | med_cause_dx_flag | steroids                           | 2020-02-01 | 2020-05-01 | -
                        b  | context           | steroids                           | 2020-02-01 | 2020-05-01 | -
                        """);
        assertThat(picture(
                        children,
                        OVERALL.and(row -> !row.kind().equals("phenotype"))
                                .and(row -> row.denominatorName().equals("observed"))
                                .and(row -> row.period().equals("2020")),
                        "kind | item | case_class | numerator"))
                .isEqualTo(RowPicture.plain("""
                                kind             | item                               | case_class | numerator
                                secondary_cause  | cerebral_palsy                     | all | 0
                                secondary_cause  | metabolic_condition.homocystinuria | all | 1
                                secondary_cause  | metabolic_condition.lysosomal      | all | 2
                                seed_row         | metabolic_condition                | all | 2
                                medication       | corticosteroids                    | all | 1
                                medication       | steroids                           | all | 2
                                medication_union | any_glucocorticoid                 | all | 2
                                lifestyle        | inactivity_immobility              | all | 0
                                """));
    }

    @Test
    void theAgeBandIsThatOfTheFirstContributedDayOfThePeriod() {
        AssessmentPicture children = AssessmentPicture.children("""
                id | sex    | birth      | observed
                a  | female | 2010-07-01 | 2018-01-01..2021-12-31
                b  | male   | 2015-07-01 | 2020-07-01..2021-12-31
                """);
        assertThat(picture(
                        children,
                        phenotype(CaseGroup.ANY)
                                .and(row -> row.denominatorName().equals("observed"))
                                .and(row -> !row.ageBand().equals("all"))
                                .and(row -> row.denominator() > 0),
                        "period | sex | age_band | denominator"))
                .isEqualTo(RowPicture.plain("""
                        period | sex    | age_band | denominator
                        study  | all    | 5-9      | 2
                        study  | female | 5-9      | 1
                        study  | male   | 5-9      | 1
                        2020   | all    | 5-9      | 2
                        2020   | female | 5-9      | 1
                        2020   | male   | 5-9      | 1
                        2021   | all    | 5-9      | 1
                        2021   | all    | 10-14    | 1
                        2021   | female | 10-14    | 1
                        2021   | male   | 5-9      | 1
                        """));
    }

    @Test
    void childrenContributeOnlyWhileOfThePopulationsAgeAliveAndBorn() {
        AssessmentPicture children = AssessmentPicture.children("""
                id | sex    | birth      | observed               | death
                a  | male   | 2001-01-01 | 2010-01-01..2021-12-31 | -
                b  | male   | 2001-01-02 | 2010-01-01..2021-12-31 | -
                c  | male   | -          | 2010-01-01..2021-12-31 | -
                d  | male   | 2015-01-01 | 2015-01-01..2021-12-31 | 2019-12-31
                e  | male   | 2015-01-01 | 2015-01-01..2021-12-31 | 2020-01-01
                f  | male   | 2021-12-31 | 2021-12-31..2022-12-31 | -
                """);
        assertThat(picture(
                        children,
                        OVERALL.and(phenotype(CaseGroup.ANY)).and(BY_TIME_ONLY),
                        "denominator_name | period | denominator"))
                .isEqualTo(RowPicture.plain("""
                        denominator_name | period | denominator
                        observed     | study | 3
                        observed     | 2020  | 2
                        observed     | 2021  | 1
                        day_one      | study | 2
                        day_one      | 2020  | 2
                        day_one      | 2021  | 0
                        whole_period | study | 0
                        whole_period | 2020  | 0
                        whole_period | 2021  | 0
                        """));
    }

    @Test
    void everyKnownLevelHasARowAndUnknownIsALevel() {
        AssessmentPicture children = AssessmentPicture.children("""
                id | sex     | birth      | observed               | race  | ethnicity
                a  | unknown | 2010-07-01 | 2020-01-01..2020-12-31 | White | -
                b  | male    | 2010-07-01 | 2020-01-01..2020-12-31 | -     | -
                """);
        assertThat(
                        picture(
                                children,
                                phenotype(CaseGroup.CONFIRMED)
                                        .and(row -> row.denominatorName().equals("observed"))
                                        .and(row -> row.period().equals("2020"))
                                        .and(row -> row.ageGroup().equals("all")
                                                || row.sex().equals("all")),
                                "sex | age_group | age_band | race | ethnicity | site | numerator | denominator | value_status"))
                .isEqualTo(RowPicture.plain("""
                                sex     | age_group | age_band | race    | ethnicity | site | numerator | denominator | value_status
                                all     | all | all      | all     | all       | all   | 0 | 2 | released
                                female  | all | all      | all     | all       | all   | 0 | 0 | not_estimable
                                male    | all | all      | all     | all       | all   | 0 | 1 | released
                                unknown | all | all      | all     | all       | all   | 0 | 1 | released
                                all | 0-9   | all | all | all | all | 0 | 2 | released
                                all | 10-18 | all | all | all | all | 0 | 0 | not_estimable
                                all     | 0-9 | 0-4      | all     | all       | all   | 0 | 0 | not_estimable
                                all     | 0-9 | 5-9      | all     | all       | all   | 0 | 2 | released
                                all     | 10-18 | 10-14    | all     | all       | all   | 0 | 0 | not_estimable
                                all     | 10-18 | 15-18    | all     | all       | all   | 0 | 0 | not_estimable
                                all     | all | all      | White   | all       | all   | 0 | 1 | released
                                all     | all | all      | unknown | all       | all   | 0 | 1 | released
                                all     | all | all      | all     | unknown   | all   | 0 | 2 | released
                                all     | all | all      | all     | all       | north | 0 | 2 | released
                                """));
    }

    @Test
    void aYearThatTheStudyCutsIsNotComplete() {
        StudyFrame frame = MeasurePicture.frame("2020-01-01", "2021-06-30");
        List<PrevalenceRow> rows = new PrevalenceMeasure(frame)
                .rows(new Tally()).stream()
                        .filter(OVERALL.and(phenotype(CaseGroup.ANY)))
                        .filter(row -> row.denominatorName().equals("observed"))
                        .filter(row -> row.prevalenceType().equals("period"))
                        .toList();
        assertThat(RowPicture.of(PrevalenceRow.TABLE, rows, "period | period_start | period_end | period_complete"))
                .isEqualTo(RowPicture.plain("""
                        period | period_start | period_end | period_complete
                        study  | 2020-01-01   | 2021-06-30 | true
                        2020   | 2020-01-01   | 2020-12-31 | true
                        2021   | 2021-01-01   | 2021-06-30 | false
                        """));
    }

    @Test
    void aLevelWrittenLikeTheTotalIsUnknown() {
        AssessmentPicture children = AssessmentPicture.children("""
                        id | sex  | birth      | observed               | race
                        a  | male | 2010-07-01 | 2020-01-01..2020-12-31 | all
                        """);
        assertThat(picture(
                        children,
                        phenotype(CaseGroup.ANY)
                                .and(row -> row.denominatorName().equals("observed"))
                                .and(row -> row.period().equals("2020"))
                                .and(row -> !row.race().equals("all")),
                        "race | denominator"))
                .isEqualTo("race | denominator\nunknown | 1");
    }

    @Test
    void theShareComesWithItsWilsonInterval() {
        StringBuilder children = new StringBuilder("id | sex | birth | observed\n");
        StringBuilder verdicts = new StringBuilder("id | phenotype | class | index\n");
        for (int child = 0; child < 120; child++) {
            children.append("c" + child + " | male | 2010-05-10 | 2020-01-01..2021-12-31\n");
            if (child < 7) {
                verdicts.append("c" + child + " | ISCD_2019 | CONFIRMED | 2020-02-01\n");
            }
        }
        PrevalenceRow row = MeasurePicture.rows(
                        new PrevalenceMeasure(MeasurePicture.twoYears()),
                        AssessmentPicture.children(children.toString()).verdicts(verdicts.toString()))
                .get(0);
        assertThat(row.numerator()).isEqualTo(7);
        assertThat(row.denominator()).isEqualTo(120);
        assertThat(row.ciLow()).isCloseTo(0.02854101, within(5e-9));
        assertThat(row.ciHigh()).isCloseTo(0.11552592, within(5e-9));
        assertThat(row.ciMethod()).isEqualTo("wilson");
        assertThat(row.ciLevel()).isEqualTo(0.95);
    }

    @Test
    void theJobChoosesTheIntervalOfShares() {
        ReportSettings usual = ReportSettings.USUAL;
        ReportSettings exact = new ReportSettings(
                usual.periods(),
                usual.ageBandStarts(),
                usual.ageGroupStarts(),
                usual.crossings(),
                usual.pointInPeriod(),
                usual.priorObservationDays(),
                usual.lookBackDays(),
                usual.washoutDays(),
                ProportionMethod.CLOPPER_PEARSON);
        PrevalenceRow row = MeasurePicture.rows(
                        new PrevalenceMeasure(MeasurePicture.twoYears(exact)), AssessmentPicture.children("""
                                id | sex  | birth      | observed
                                a  | male | 2010-05-10 | 2020-01-01..2021-12-31
                                """))
                .get(0);
        assertThat(row.ciMethod()).isEqualTo("clopper_pearson");
        // None of one: the exact upper bound is 1 - 0.025, Wilson's is 0.7935.
        assertThat(row.ciHigh()).isCloseTo(0.975, within(1e-12));
    }
}
