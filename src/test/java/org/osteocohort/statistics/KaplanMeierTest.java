package org.osteocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.statistics.KaplanMeier.Step;

class KaplanMeierTest {
    /** Four children: one lost on day 1, one event on day 2, one lost on day 3, one still observed on day 9. */
    private static final List<FollowUpDay> FOUR_CHILDREN = List.of(
            new FollowUpDay(1, 0, 1), new FollowUpDay(2, 1, 0), new FollowUpDay(3, 0, 1), new FollowUpDay(9, 0, 1));

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "0,  unknown",
                "1,  1.0",
                "2,  0.6666666666666666",
                "8,  0.6666666666666666",
                "9,  0.6666666666666666",
                "10, unknown",
            })
    void theShareIsKnownFromTheFirstStepToTheLastDayOfObservation(int day, Double survival) {
        Optional<Step> step = KaplanMeier.of(FOUR_CHILDREN).at(day);

        assertThat(step.map(Step::survival)).isEqualTo(Optional.ofNullable(survival));
    }

    @Test
    void whenAllHadTheEventTheShareStaysZero() {
        KaplanMeier curve = KaplanMeier.of(List.of(new FollowUpDay(10, 1, 0)));

        assertThat(curve.at(365)).contains(new Step(10, 1, 1, 0, 0, null, null));
    }

    @Test
    void aChildLostOnTheDayOfAnotherChildsEventWasAtRisk() {
        KaplanMeier curve = KaplanMeier.of(List.of(new FollowUpDay(5, 1, 1)));

        assertThat(curve.steps()).extracting(Step::atRisk, Step::survival).containsExactly(tuple(2L, 0.5));
    }

    @Test
    void rowsOfOneDayAddUpInAnyOrderAndDaysOfNobodyAreNoSteps() {
        List<FollowUpDay> apart = List.of(
                new FollowUpDay(9, 0, 2), new FollowUpDay(2, 1, 0), new FollowUpDay(7, 0, 0), new FollowUpDay(2, 1, 3));
        List<FollowUpDay> together = List.of(new FollowUpDay(2, 2, 3), new FollowUpDay(9, 0, 2));

        assertThat(KaplanMeier.of(apart)).isEqualTo(KaplanMeier.of(together));
    }

    @Test
    void nobodyHasNoCurve() {
        KaplanMeier curve = KaplanMeier.of(List.of());

        assertThat(curve.steps()).isEmpty();
        assertThat(curve.at(0)).isEmpty();
    }

    @Test
    void daysAndCountsBelowZeroAreRefused() {
        assertThatThrownBy(() -> new FollowUpDay(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FollowUpDay(0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FollowUpDay(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
