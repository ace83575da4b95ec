package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osteocohort.assess.SourceRow.Event;
import org.osteocohort.assess.SourceRow.Stay;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.DrugSupply;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.SourceReference;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyRow;

/** What counts as a row that cannot be used, and what as a cell of a row that is used without it. */
class QuarantineTest {
    private static final LocalDate DAY = LocalDate.parse("2016-05-05");

    private static Event event(EventDomain domain, Vocabulary vocabulary, String code, Double value) {
        return new Event(
                domain,
                DAY,
                null,
                new CodeKey(vocabulary, code),
                List.of(),
                CodeResolution.SOURCE_CODE,
                null,
                false,
                domain == EventDomain.DRUG ? DrugSupply.unknown() : null,
                value == null ? null : new NumericResult(value, "SD"),
                new SourceReference(domain.name(), "7"));
    }

    private static Event drug(LocalDate endDate, Integer daysSupply) {
        Event drug = event(EventDomain.DRUG, Vocabulary.RXNORM, "8640", null);
        return new Event(
                drug.domain(),
                drug.date(),
                endDate,
                drug.code(),
                drug.matchedBy(),
                drug.resolution(),
                null,
                false,
                new DrugSupply(DrugRecordKind.UNKNOWN, DrugRoute.UNKNOWN, daysSupply, null, null),
                null,
                drug.source());
    }

    private static Event zScore(double value) {
        return event(EventDomain.MEASUREMENT, Vocabulary.LOINC, "85394-5", value);
    }

    private static Stay stay(LocalDate end) {
        return new Stay("7", VisitKind.INPATIENT, DAY, end);
    }

    private static SourceRow row(String table, SourceRow.Part part, String faultyColumn) {
        SourceRow.Fault fault = faultyColumn == null ? null : new SourceRow.Fault(faultyColumn, "not_a_number", null);
        return new SourceRow(new Place("North", table, table + ".csv", 2L), fault, part);
    }

    private static SourceRow person(String site) {
        return row("person", new SourceRow.Person(site, "1", Sex.UNKNOWN, null, null, null, null), null);
    }

    /** What one row of a child counts as; the row is used when the history holds it. */
    private static String judged(SourceRow.Part part, String faultyColumn) {
        return judged("North", part, faultyColumn);
    }

    private static String judged(String site, SourceRow.Part part, String faultyColumn) {
        Quarantine quarantine = new Quarantine((owner, put) -> {});
        PatientRows child = new PatientRows(
                "North:1", ShippedAssessment.STUDY, new ResultCheck(ShippedAssessment.STUDY), quarantine);
        child.add(person(site));
        child.add(row("table", part, faultyColumn));
        PatientHistory history = child.history().orElseThrow();
        Tally tally = new Tally();
        quarantine.count(tally);
        Map<String, Long> counts = new TreeMap<>();
        Stream.of(Quarantine.FAULTS, Quarantine.CELL_FAULTS)
                .forEach(kind -> tally.forEach(
                        kind,
                        (parts, count) ->
                                counts.put(kind + " " + String.join(" ", parts.subList(2, parts.size())), count)));
        boolean used = !history.events().isEmpty() || !history.visits().isEmpty();
        return counts + (used ? " used" : " lost");
    }

    @Test
    void rowsAreCountedBySiteAndTableInWhateverOrderTheyCome() {
        Quarantine quarantine = new Quarantine((owner, row) -> {});
        for (String place : List.of("North person", "North visit", "South visit", "North visit")) {
            String[] words = place.split(" ");
            quarantine.see(new SourceRow(new Place(words[0], words[1], "file", 2L), null, stay(null)));
        }
        Tally tally = new Tally();
        quarantine.count(tally);
        assertThat(tally.rows())
                .containsExactly(
                        new TallyRow(Quarantine.ROWS, "North|person", 1),
                        new TallyRow(Quarantine.ROWS, "North|visit", 2),
                        new TallyRow(Quarantine.ROWS, "South|visit", 1));
    }

    @Test
    void drugsAndStaysCanDoWithoutTheirEndAndAmount() {
        assertThat(judged(drug(null, 0), null)).isEqualTo("{source_cell_faults days_supply=1} used");
        assertThat(judged(drug(DAY.minusDays(1), null), null)).isEqualTo("{source_cell_faults end_date=1} used");
        assertThat(judged(stay(DAY.minusDays(1)), null)).isEqualTo("{source_cell_faults end=1} used");
        assertThat(judged(drug(null, null), "quantity")).isEqualTo("{source_cell_faults quantity=1} used");
        assertThat(judged(stay(null), "stop")).isEqualTo("{source_cell_faults stop=1} used");
    }

    @Test
    void aResultWithoutItsNumberHasLostWhatItIsAbout() {
        assertThat(judged(zScore(-11), null)).isEqualTo("{source_faults value out_of_range=1} used");
        assertThat(judged(zScore(-1), "value_as_number"))
                .isEqualTo("{source_faults value_as_number not_a_number=1} used");
    }

    /** The extract of South was made on that day, of North nobody tells. */
    @Test
    void visitsAfterTheExtractWasMadeAreNone() {
        LocalDate made = LocalDate.parse("2021-06-30");
        Stay last = new Stay("7", VisitKind.INPATIENT, made, null);
        Stay later = new Stay("7", VisitKind.INPATIENT, made.plusDays(1), null);
        assertThat(judged("South", last, null)).isEqualTo("{} used");
        assertThat(judged("South", later, null)).isEqualTo("{source_faults start future=1} lost");
        assertThat(judged("North", later, null)).isEqualTo("{} used");
    }

    @Test
    void whatIsNoRowCannotBeUsed() {
        assertThat(judged(null, "person_id")).isEqualTo("{source_faults person_id not_a_number=1} lost");
    }

    @Test
    void allThatIsToldOfSomebodyUnknownIsPutAway() {
        List<String> put = new ArrayList<>();
        Quarantine quarantine = new Quarantine((owner, row) -> put.add(row.sourceTable() + " " + row.rule()));
        PatientRows child = new PatientRows(
                "North:1", ShippedAssessment.STUDY, new ResultCheck(ShippedAssessment.STUDY), quarantine);
        child.add(row("visit", stay(null), null));
        child.add(row("death", new SourceRow.Death(DAY), null));
        child.add(row("condition", event(EventDomain.CONDITION, Vocabulary.ICD10CM, "M81.8", null), null));
        assertThat(child.history()).isEmpty();
        quarantine.flush(Owner.child("North:1"));
        assertThat(put).containsExactly("condition unknown_person", "death unknown_person", "visit unknown_person");
    }
}
