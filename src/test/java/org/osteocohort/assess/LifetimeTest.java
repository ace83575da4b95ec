package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.ObservationPeriod;

class LifetimeTest {
    private static final Lifetime LIVING =
            new Lifetime(LocalDate.parse("2010-04-09"), DatePrecision.DAY, null, null, 0);
    private static final Lifetime DEAD = LIVING.until(LocalDate.parse("2020-12-24"));

    /** Contacts as {@code start..end}. */
    private static List<ObservationPeriod> days(String... spans) {
        return Arrays.stream(spans)
                .map(span -> span.split("\\.\\."))
                .map(days -> new ObservationPeriod(LocalDate.parse(days[0]), LocalDate.parse(days[1])))
                .toList();
    }

    @Test
    void contactsSpanFromTheFirstToTheLastInWhateverOrder() {
        assertThat(LIVING.spanOf(days("2015-01-01..2015-01-09", "2012-01-01..2012-01-01", "2014-01-01..2014-01-02")))
                .isEqualTo(days("2012-01-01..2015-01-09"));
        assertThat(LIVING.spanOf(days("2012-01-01..2016-01-01", "2014-01-01..2014-01-02")))
                .isEqualTo(days("2012-01-01..2016-01-01"));
        assertThat(LIVING.spanOf(List.of())).isEmpty();
    }

    @Test
    void contactsAfterDeathAreNoObservation() {
        assertThat(DEAD.spanOf(days("2012-01-01..2012-01-01", "2020-12-24..2020-12-24")))
                .isEqualTo(days("2012-01-01..2020-12-24"));
        assertThat(DEAD.spanOf(days("2012-01-01..2012-01-01", "2020-12-25..2020-12-25")))
                .isEqualTo(days("2012-01-01..2012-01-01"));
        assertThat(DEAD.spanOf(days("2012-01-01..2012-01-01", "2020-12-20..2021-01-04")))
                .isEqualTo(days("2012-01-01..2020-12-24"));
        assertThat(DEAD.spanOf(days("2020-12-25..2020-12-25"))).isEmpty();
    }
}
