package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.ehr.DaySpan;
import org.osteocohort.ehr.Days;

/** Days are days of March 2020. */
class StayTest {
    private static LocalDate day(int day) {
        return LocalDate.of(2020, 3, day);
    }

    private static Way way(CaseClass caseClass, String path, Integer until, int... from) {
        Days held = Days.NONE;
        for (int start : from) {
            LocalDate end = until == null ? LocalDate.MAX : day(Math.max(until, start));
            held = held.or(Days.of(new DaySpan(day(start), end)));
        }
        return new Way(new ClassRule(caseClass, path, new LeftTruncated()), new Outcome(held, List.of(), List.of()));
    }

    private static List<String> stays(Way... ways) {
        return Stay.of(List.of(ways)).stream()
                .map(stay -> stay.way().rule().path() + " " + stay.from().getDayOfMonth() + ".."
                        + (stay.until() == null ? "" : stay.until().getDayOfMonth()))
                .toList();
    }

    @Test
    void aClassThatIsKeptByAnotherWayIsOneStayAndKeepsItsIndex() {
        assertThat(stays(way(CaseClass.CONFIRMED, "first", 20, 10), way(CaseClass.CONFIRMED, "second", null, 15)))
                .containsExactly("first 10..");
        assertThat(stays(way(CaseClass.CONFIRMED, "first", 20, 10), way(CaseClass.CONFIRMED, "second", null, 21)))
                .containsExactly("first 10..");
        assertThat(stays(way(CaseClass.CONFIRMED, "first", 20, 10), way(CaseClass.CONFIRMED, "second", null, 22)))
                .containsExactly("first 10..20", "second 22..");
    }

    @Test
    void aSurerClassEndsTheStayInALessSureOneAndItGoesOnAfter() {
        assertThat(stays(way(CaseClass.SUSPECTED, "weak", null, 5), way(CaseClass.CONFIRMED, "strong", 20, 10)))
                .containsExactly("weak 5..9", "strong 10..20", "weak 21..");
        assertThat(stays(way(CaseClass.SUSPECTED, "weak", null, 10), way(CaseClass.CONFIRMED, "strong", null, 10)))
                .containsExactly("strong 10..");
    }

    @Test
    void withoutAWayThereIsNoStay() {
        assertThat(stays()).isEmpty();
    }
}
