package org.osteocohort.measure.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.DaySpan;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.Sex;
import org.osteocohort.job.ReportSettings;
import org.osteocohort.statistics.ProportionMethod;

class AgeBandsTest {
    private static StudyFrame ages(int min, int max) {
        LocalDate start = LocalDate.of(2020, 1, 1);
        return new StudyFrame(
                start, start.plusYears(1), min, max, List.of(), List.of(), List.of(), ReportSettings.USUAL);
    }

    @ParameterizedTest(name = "from {0} to below {1}: {2}")
    @CsvSource({
        "0, 19, '0-4 5-9 10-14 15-18'",
        "0, 18, '0-4 5-9 10-14 15-17'",
        "2, 21, '2-4 5-9 10-14 15-18 19-20'",
        "0, 5, '0-4'",
        "0, 6, '0-4 5-5'"
    })
    void bandsEndWithThePopulation(int min, int max, String labels) {
        assertThat(new AgeBands(ages(min, max)).bands())
                .extracting(band -> band.level().band())
                .containsExactly(labels.split(" "));
    }

    @ParameterizedTest(name = "born {0} ({1}), on {2}: {3}")
    @CsvSource({
        "2010-06-01, DAY,   2015-05-31, 0-4",
        "2010-06-01, DAY,   2015-06-01, 5-9",
        "2010-06-01, MONTH, 2015-06-15, uncertain",
        "2010-06-01, MONTH, 2015-06-30, 5-9",
        "2010-06-01, MONTH, 2015-05-31, 0-4",
        "2010-01-01, YEAR,  2015-07-01, uncertain",
        "2010-01-01, YEAR,  2016-01-01, 5-9",
        "2010-01-01, YEAR,  2010-03-01, 0-4",
        "2010-06-01, DAY,   2029-05-31, 15-18",
        "2010-06-01, DAY,   2029-06-01, outside",
        "2010-06-01, DAY,   2010-05-31, outside"
    })
    void anImpreciseBirthDateMayLeaveTheBandOpen(LocalDate birth, DatePrecision precision, LocalDate day, String band) {
        Patient child = new Patient("c", "s", "c", Sex.MALE, birth, precision, null, null, null);
        assertThat(new AgeBands(ages(0, 19)).of(child, day).band()).isEqualTo(band);
    }

    @Test
    void anUnknownBirthDateIsInNoBand() {
        Patient child = new Patient("c", "s", "c", Sex.MALE, null, null, null, null, null);
        assertThat(new AgeBands(ages(0, 19)).of(child, LocalDate.of(2020, 1, 1)))
                .isEqualTo(AgeLevel.OUTSIDE);
    }

    @ParameterizedTest(name = "{0} from {1}, bands from months {2}")
    @CsvSource({
        "DAY, 2010-02-28, '0 60 120'",
        "MONTH, 2010-06-01, '0 60 120'",
        "YEAR, 2010-01-01, '0 60 120'",
        "MONTH, 2010-06-01, '0 6 12'",
        "YEAR, 2010-01-01, '0 6 12 24'"
    })
    void timeIsDividedAsTheLevelOfEachDaySays(DatePrecision precision, LocalDate birth, String starts) {
        List<Integer> months =
                Stream.of(starts.split(" ")).map(Integer::valueOf).toList();
        ReportSettings settings = new ReportSettings(
                ReportSettings.USUAL.periods(),
                months,
                List.of(),
                ReportSettings.USUAL.crossings(),
                ReportSettings.USUAL.pointInPeriod(),
                0,
                null,
                0,
                ProportionMethod.WILSON);
        LocalDate start = LocalDate.of(2009, 12, 1);
        AgeBands bands = new AgeBands(
                new StudyFrame(start, start.plusYears(20), 0, 15, List.of(), List.of(), List.of(), settings));
        Patient child = new Patient("c", "s", "c", Sex.MALE, birth, precision, null, null, null);
        ObservedTime days = new ObservedTime(List.of(new DaySpan(start, start.plusYears(20))));

        Map<AgeLevel, Long> byDay = start.datesUntil(start.plusYears(20).plusDays(1))
                .collect(Collectors.groupingBy(day -> bands.of(child, day), Collectors.counting()));
        byDay.remove(AgeLevel.OUTSIDE.withoutGroup());
        Map<AgeLevel, Long> divided = bands.ages(child).divide(days).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().count()));
        assertThat(divided).isEqualTo(byDay);
    }
}
