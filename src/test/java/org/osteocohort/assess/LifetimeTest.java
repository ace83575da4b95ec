package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.ObservationEnd;
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

    private static String drawn(ObservationPeriod period) {
        String told = period.told().name().toLowerCase(Locale.ROOT);
        return period.start() + ".." + period.end() + (period.told() == ObservationEnd.RECORDED ? "" : " " + told);
    }

    @Test
    void aContactThatGoesOnAfterTheExtractIsTheEndOfTheSpan() {
        ObservationPeriod stay = new ObservationPeriod(
                LocalDate.parse("2020-06-01"), LocalDate.parse("2020-06-30"), ObservationEnd.EXTRACT_MADE);
        ObservationPeriod visit = days("2020-06-30..2020-06-30").get(0);
        assertThat(LIVING.spanOf(List.of(stay, visit))).containsExactly(stay);
        assertThat(LIVING.spanOf(List.of(visit, stay))).containsExactly(stay);
    }

    @Test
    void contactsSpanFromTheFirstToTheLastInWhateverOrder() {
        assertThat(LIVING.spanOf(days("2015-01-01..2015-01-09", "2012-01-01..2012-01-01", "2014-01-01..2014-01-02")))
                .isEqualTo(days("2012-01-01..2015-01-09"));
        assertThat(LIVING.spanOf(days("2012-01-01..2016-01-01", "2014-01-01..2014-01-02")))
                .isEqualTo(days("2012-01-01..2016-01-01"));
        assertThat(LIVING.spanOf(List.of())).isEmpty();
    }

    @ParameterizedTest(name = "made on {0}, observed {1}: {2}")
    @CsvSource({
        "2022-06-30, 2015-01-01..2022-06-30, 2015-01-01..2022-06-30",
        "2022-06-30, 2015-01-01..2022-07-01, 2015-01-01..2022-06-30 extract_made",
        "2022-06-30, 2015-01-01..2046-12-31, 2015-01-01..2022-06-30 extract_made",
        "2022-06-30, 2015-01-01..2047-01-01, 2015-01-01..2022-06-30 placeholder",
        "2022-06-30, 2022-06-30..9999-12-31, 2022-06-30..2022-06-30 placeholder",
        "2022-06-30, 2022-07-01..2022-07-01, -",
        // Not told: an end within 25 years after the study may be a plan, a later one is a placeholder.
        "-, 2015-01-01..2046-12-31, 2015-01-01..2046-12-31",
        "-, 2015-01-01..2047-01-01, 2015-01-01..2021-12-31 placeholder",
        "-, 2022-01-01..9999-12-31, 2022-01-01..2022-01-01 placeholder"
    })
    void observationEndsWhenTheExtractWasMade(String extractDate, String told, String known) {
        LocalDate lastDay = extractDate.equals("-") ? null : LocalDate.parse(extractDate);
        String[] ends = told.split("\\.\\.");
        Lifetime lifetime = new Lifetime(null, null, null, lastDay, 0);
        assertThat(lifetime.observed(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]), LocalDate.parse("2021-12-31"))
                        .map(LifetimeTest::drawn)
                        .orElse("-"))
                .isEqualTo(known);
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
