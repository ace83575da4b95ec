package org.osteocohort.measure.fracture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

class FractureRateMeasureTest {
    private static final AssessmentPicture CHILDREN =
            AssessmentPicture.children("""
                    id | sex    | birth      | observed
                    a  | male   | 2010-07-01 | 2019-01-01..2021-12-31
                    b  | female | 2015-01-01 | 2020-01-01..2020-12-30
                    c  | female | 1990-01-01 | 2019-01-01..2021-12-31
                    """).fractures("""
                    id | date       | not_counted | sites           | tier    | confirmed
                    a  | 2019-12-31 | -           | femur           | low     | yes
                    a  | 2020-06-30 | -           | forearm         | low     | yes
                    a  | 2020-07-01 | -           | forearm,humerus | unknown | -
                    a  | 2020-08-01 | abuse       | femur           | abuse   | -
                    b  | 2020-12-31 | -           | forearm         | low     | -
                    """);

    private static List<FractureRateRow> rows(Predicate<FractureRateRow> chosen) {
        return MeasurePicture.rows(new FractureRateMeasure(MeasurePicture.twoYears()), CHILDREN).stream()
                .filter(chosen)
                .toList();
    }

    private static boolean everybody(FractureRateRow row) {
        return row.sex().equals("all") && row.ageGroup().equals("all");
    }

    @Test
    void anEventCountsOnceForEachBoneAndOnceInAny() {
        assertThat(RowPicture.of(
                        FractureRateRow.TABLE,
                        rows(row -> everybody(row) && row.traumaTier().equals("all") && row.events() > 0),
                        "bone | confirmation | events | children"))
                .isEqualTo(RowPicture.plain("""
                        bone    | confirmation | events | children
                        any     | all          | 2 | 1
                        any     | confirmed    | 1 | 1
                        humerus | all          | 1 | 1
                        forearm | all          | 2 | 1
                        forearm | confirmed    | 1 | 1
                        """));
    }

    @Test
    void timeAndEventsAreDividedAtTheBirthday() {
        assertThat(RowPicture.of(
                        FractureRateRow.TABLE,
                        rows(row -> row.sex().equals("male")
                                && row.bone().equals("any")
                                && row.traumaTier().equals("all")
                                && row.confirmation().equals("all")
                                && row.childrenObserved() > 0),
                        "age_group | age_band | events | children | children_observed"))
                .isEqualTo(RowPicture.plain("""
                        age_group | age_band | events | children | children_observed
                        all       | all      | 2 | 1 | 1
                        0-9       | all      | 1 | 1 | 1
                        10-18     | all      | 1 | 1 | 1
                        0-9       | 5-9      | 1 | 1 | 1
                        10-18     | 10-14    | 1 | 1 | 1
                        """));
    }

    @Test
    void theRateIsOfContributedDaysBothEndsCounted() {
        FractureRateRow row = rows(any -> everybody(any)
                        && any.bone().equals("any")
                        && any.traumaTier().equals("all")
                        && any.confirmation().equals("all"))
                .get(0);
        double years = (731 + 365) / 365.25;
        assertThat(row.personYears()).isCloseTo(years, within(1e-12));
        assertThat(row.rate()).isCloseTo(2 / years * 10_000, within(1e-9));
    }

    @Test
    void tiersAddUp() {
        assertThat(RowPicture.of(
                        FractureRateRow.TABLE,
                        rows(row -> everybody(row)
                                && row.bone().equals("any")
                                && row.confirmation().equals("all")),
                        "trauma_tier | events"))
                .isEqualTo(RowPicture.plain("""
                        trauma_tier | events
                        all      | 2
                        unknown  | 1
                        low      | 1
                        moderate | 0
                        high     | 0
                        abuse    | 0
                        """));
    }
}
