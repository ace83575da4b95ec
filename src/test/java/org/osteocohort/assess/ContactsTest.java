package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Sex;

/** When a child was observed, told by times of care where no period of observation is told. */
class ContactsTest {
    private static final Place PLACE = new Place("North", "Encounter", "encounter.csv", null);

    private static SourceRow time(String start, String end, boolean contact) {
        return new SourceRow(
                PLACE, null, new SourceRow.Observation(LocalDate.parse(start), LocalDate.parse(end), contact));
    }

    private static List<ObservationPeriod> observed(SourceRow... times) {
        PatientRows child = new PatientRows(
                "North:1",
                ShippedAssessment.STUDY,
                new ResultCheck(ShippedAssessment.STUDY),
                new Quarantine((owner, row) -> {}));
        SourceRow person =
                new SourceRow(PLACE, null, new SourceRow.Person("North", "1", Sex.UNKNOWN, null, null, null, null));
        Stream.concat(Stream.of(times), Stream.of(person)).forEach(child::add);
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
