package org.osteocohort.ehr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of January 2020 as {@code 3..5}, without a number for no beginning or no end. */
class DaysTest {
    @ParameterizedTest
    @CsvSource({
        "3..,      5..,       5..,      3..",
        "3..5,     6..8,      none,     3..8",
        "3..5,     7..8,      none,     3..5 7..8",
        "3..5,     5..8,      5..5,     3..8",
        "1..3 6..9,  2..7,    2..3 6..7, 1..9",
        "..4,      3..,       3..4,     ..",
        "..,       3..5,      3..5,     ..",
        "none,     3..5,      none,     3..5",
        "..2 4..,  1..5,      1..2 4..5, ..",
    })
    void bothAndEither(String one, String other, String both, String either) {
        assertThat(drawn(days(one).and(days(other)))).isEqualTo(both);
        assertThat(drawn(days(other).and(days(one)))).isEqualTo(both);
        assertThat(drawn(days(one).or(days(other)))).isEqualTo(either);
        assertThat(drawn(days(other).or(days(one)))).isEqualTo(either);
    }

    @ParameterizedTest
    @CsvSource({"none, ..", "3.., ..2", "3..5, ..2 6..", "..2 4.., 3..3", "1..1 3..4, ..0 2..2 5.."})
    void theOtherDaysOfTheOtherDaysAreTheDays(String days, String others) {
        assertThat(drawn(days(days).not())).isEqualTo(others);
        assertThat(drawn(days(others).not())).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"2, ", "3, 3", "5, 3", "6, ", "8, 8", "31, 8"})
    void since(int day, Integer since) {
        assertThat(days("3..5 8..").since(january(day))).isEqualTo(since == null ? null : january(since));
    }

    @Test
    void spansThatTouchAreNotTwo() {
        assertThatThrownBy(() -> days("1..3 4..5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> days("4..5 1..2")).isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate january(int day) {
        return LocalDate.of(2019, 12, 31).plusDays(day);
    }

    private static Days days(String text) {
        List<DaySpan> spans = new ArrayList<>();
        for (String span : text.equals("none") ? new String[0] : text.split(" ")) {
            String[] ends = span.split("\\.\\.", -1);
            spans.add(new DaySpan(
                    ends[0].isEmpty() ? LocalDate.MIN : january(Integer.parseInt(ends[0])),
                    ends[1].isEmpty() ? LocalDate.MAX : january(Integer.parseInt(ends[1]))));
        }
        return new Days(spans);
    }

    private static String drawn(Days days) {
        return days.none()
                ? "none"
                : days.spans().stream()
                        .map(span -> number(span.start()) + ".." + number(span.end()))
                        .collect(Collectors.joining(" "));
    }

    private static String number(LocalDate day) {
        return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX)
                ? ""
                : String.valueOf(day.toEpochDay() - january(0).toEpochDay());
    }
}
