package org.osteocohort.measure.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.DaySpan;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.Histories;
import org.osteocohort.testkit.MeasurePicture;

class ObservedTimeTest {
    /** A study of 2020 and 2021, of children from birth to the day before the nineteenth birthday. */
    @ParameterizedTest(name = "born {0}, observed {1}: {2} days")
    @CsvSource({
        "2002-05-10, 2021-05-09..2021-05-09, 1",
        "2002-05-10, 2021-05-10..2021-05-10, 0",
        "2002-05-10, 2021-05-09..2021-05-10, 1",
        "2021-05-10, 2021-05-09..2021-05-09, 0",
        "2021-05-10, 2021-05-10..2021-05-10, 1",
        "2010-05-10, 2019-12-31..2020-01-01, 1",
        "2010-05-10, 2021-12-31..2022-01-01, 1",
    })
    void daysOfTheStudyAndOfThePopulationsAgeAreContributed(String birth, String observed, int days) {
        Assessment child = AssessmentPicture.children("""
                        id | sex  | birth | observed
                        a  | male | %s    | %s
                        """.formatted(birth, observed))
                .assessments()
                .get(0);
        assertThat(ObservedTime.contributed(child.history(), MeasurePicture.twoYears())
                        .count())
                .isEqualTo(days);
    }

    /** Of some days there are several events, of others none; before, at and after each end of what is observed. */
    @Test
    void eventsOfObservedDaysAreCountedAsOneByOne() {
        PatientHistory history = Histories.parse("""
                born 2010-05-10 female, observed 2016-03-10 to 2016-03-20, observed 2016-04-01 to 2016-04-01, died 2016-05-01
                date       | code
                2016-03-09 | ICD10CM S52.501A
                2016-03-10 | ICD10CM S52.501A
                2016-03-10 | ICD10CM S52.501D
                2016-03-20 | ICD10CM S52.501D
                2016-03-21 | ICD10CM S52.501D
                2016-04-01 | ICD10CM S52.501D
                2016-04-02 | ICD10CM S52.501D
                """);
        ObservedTime observed = ObservedTime.of(history);
        long oneByOne = history.events().stream()
                .filter(event -> observed.contains(event.date()))
                .count();
        assertThat(observed.events(history)).isEqualTo(4).isEqualTo((int) oneByOne);
        assertThat(observed.within(LocalDate.parse("2016-03-20"), LocalDate.MAX).events(history))
                .isEqualTo(2);
        assertThat(observed.after(LocalDate.parse("2016-04-01")).events(history))
                .isZero();
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2016-03-09, 2016-04-02, 2016-03-10..2016-03-20 2016-04-01..2016-04-01",
        "2016-03-10, 2016-04-01, 2016-03-10..2016-03-20 2016-04-01..2016-04-01",
        "2016-03-11, 2016-04-01, 2016-03-11..2016-03-20 2016-04-01..2016-04-01",
        "2016-03-10, 2016-03-31, 2016-03-10..2016-03-20",
        "2016-03-20, 2016-03-20, 2016-03-20..2016-03-20",
        "2016-03-21, 2016-03-31, ''",
        "2016-03-01, 2016-03-09, ''",
        "2016-04-02, 2016-05-01, ''",
    })
    void daysWithinDays(String from, String to, String spans) {
        ObservedTime days = new ObservedTime(List.of(
                new DaySpan(LocalDate.parse("2016-03-10"), LocalDate.parse("2016-03-20")),
                new DaySpan(LocalDate.parse("2016-04-01"), LocalDate.parse("2016-04-01"))));
        assertThat(days.within(LocalDate.parse(from), LocalDate.parse(to)).spans().stream()
                        .map(span -> span.start() + ".." + span.end())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(spans);
    }
}
