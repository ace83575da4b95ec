package org.osteocohort.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.testkit.Histories;

class PatientHistoryTest {
    @Test
    void aRowThatComesTwiceWithItsIdentifierIsOneRow() {
        assertThat(rows("""
                born 2010-01-01 male
                date       | code             | id
                2018-03-01 | ICD10CM S52.501A | 7
                2018-03-01 | ICD10CM S52.501A | 7
                2018-03-01 | ICD10CM S52.501A | 8
                """)).isEqualTo("2018-03-01 ICD10CM|S52501A 7 null; 2018-03-01 ICD10CM|S52501A 8 null");
    }

    @Test
    void rowsOfOneIdentifierThatDifferAreTwoInAnOrderOfTheirOwn() {
        String told = "2018-03-01 LOINC|85394-5 7 -2.1; 2018-03-01 LOINC|85394-5 7 -2.4";
        assertThat(rows("""
                born 2010-01-01 male
                date       | code          | value | id
                2018-03-01 | LOINC 85394-5 | -2.1  | 7
                2018-03-01 | LOINC 85394-5 | -2.4  | 7
                """)).isEqualTo(told);
        assertThat(rows("""
                born 2010-01-01 male
                date       | code          | value | id
                2018-03-01 | LOINC 85394-5 | -2.4  | 7
                2018-03-01 | LOINC 85394-5 | -2.1  | 7
                """)).isEqualTo(told);
    }

    @Test
    void aVisitThatComesTwiceIsOneVisit() {
        assertThat(Histories.parse("""
                        born 2010-01-01 male
                        visit | kind       | start      | end
                        V1    | outpatient | 2016-03-01 | 2016-03-01
                        V1    | inpatient  | 2016-03-01 | 2016-03-01
                        V1    | outpatient | 2016-03-01 | 2016-03-01
                        """).visits())
                .extracting(Visit::kind)
                .containsExactly(VisitKind.INPATIENT, VisitKind.OUTPATIENT);
    }

    @ParameterizedTest(name = "observed to 2015-12-31 and again from {0}: {1}")
    @CsvSource({
        "2014-06-01, 2014-01-01 to 2016-06-30",
        "2016-01-01, 2014-01-01 to 2016-06-30",
        "2016-01-02, 2014-01-01 to 2015-12-31; 2016-01-02 to 2016-06-30"
    })
    void observationThatGoesOnTheNextDayIsNotInterrupted(String again, String spans) {
        assertThat(Histories.parse("born 2010-01-01 male, observed %s to 2016-06-30, observed 2014-01-01 to 2015-12-31"
                                .formatted(again))
                        .observation()
                        .stream()
                        .map(span -> span.start() + " to " + span.end())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(spans);
    }

    @Test
    void aPeriodWithinAnotherAddsNothing() {
        assertThat(Histories.parse(
                                "born 2010-01-01 male, observed 2014-01-01 to 2016-01-01, observed 2014-03-01 to 2014-03-31")
                        .observation())
                .containsExactly(new ObservationPeriod(LocalDate.parse("2014-01-01"), LocalDate.parse("2016-01-01")));
    }

    @Test
    void ofPeriodsThatEndOnOneDayTheOneThatMayHaveGoneOnIsBelieved() {
        ObservationPeriod ended = new ObservationPeriod(LocalDate.parse("2014-01-01"), LocalDate.parse("2016-01-01"));
        ObservationPeriod goesOn = new ObservationPeriod(
                LocalDate.parse("2015-01-01"), LocalDate.parse("2016-01-01"), ObservationEnd.EXTRACT_MADE);
        PatientHistory child = Histories.parse("born 2010-01-01 male");
        assertThat(new PatientHistory(child.patient(), List.of(ended, goesOn), List.of(), List.of()).observation())
                .containsExactly(new ObservationPeriod(ended.start(), ended.end(), ObservationEnd.EXTRACT_MADE));
    }

    private static String rows(String picture) {
        return Histories.parse(picture).events().stream()
                .map(event -> event.date() + " " + event.code() + " "
                        + event.source().id() + " "
                        + (event.result() == null ? null : event.result().value()))
                .collect(Collectors.joining("; "));
    }
}
