package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;

/** When a child was observed, told by times of care where no period of observation is told. */
class ContactsTest {
    private static Row row(String part, CanonicalRow value) {
        return CanonicalRow.part(CanonicalRows.SCHEMA)
                .with(CanonicalRows.PATIENT_ID, "North:1")
                .with(part, value.row())
                .with(
                        CanonicalRows.ORIGIN,
                        CanonicalRow.part(CanonicalRows.ORIGIN_TYPE)
                                .with("site", "North")
                                .with("table", "Encounter")
                                .row())
                .row();
    }

    private static Row time(String start, String end, boolean contact) {
        return row(
                CanonicalRows.OBSERVATION,
                CanonicalRow.part(CanonicalRows.OBSERVATION_TYPE)
                        .with("start", LocalDate.parse(start))
                        .with("end", LocalDate.parse(end))
                        .with("contact", contact ? true : null));
    }

    private static List<ObservationPeriod> observed(Row... times) {
        PatientRows child = new PatientRows(
                "North:1",
                ShippedAssessment.STUDY,
                new ResultCheck(ShippedAssessment.STUDY),
                new Quarantine(row -> {}));
        Row patient = row(
                CanonicalRows.PATIENT,
                CanonicalRow.part(CanonicalRows.PATIENT_TYPE)
                        .with("site", "North")
                        .with("subject_id", "1"));
        Stream.concat(Stream.of(times), Stream.of(patient)).forEach(child::add);
        return child.history().orElseThrow().observation();
    }

    private static ObservationPeriod period(String start, String end) {
        return new ObservationPeriod(LocalDate.parse(start), LocalDate.parse(end));
    }

    @Test
    void observationGoesFromTheFirstToTheLastContact() {
        assertThat(observed(
                        time("2020-03-04", "2020-03-04", true),
                        time("2012-01-01", "2012-02-01", true),
                        time("2019-01-01", "2021-06-01", true)))
                .containsExactly(period("2012-01-01", "2021-06-01"));
    }

    @Test
    void periodsThatAreToldComeBeforeContacts() {
        assertThat(observed(time("2020-01-01", "2020-12-31", false), time("2012-01-01", "2012-02-01", true)))
                .containsExactly(period("2020-01-01", "2020-12-31"));
    }

    @Test
    void whoWasNeverSeenWasNotObserved() {
        assertThat(observed()).isEmpty();
    }
}
