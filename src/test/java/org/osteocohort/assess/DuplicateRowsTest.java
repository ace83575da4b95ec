package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.SourceReference;
import org.osteocohort.ehr.VisitKind;

/** Rows of a child with an identifier that another row of the table has already. */
class DuplicateRowsTest {
    private final List<String> quarantined = new ArrayList<>();

    private static SourceRow row(String table, long line, SourceRow.Part part) {
        return new SourceRow(new Place("North", table, table + ".csv", line), null, part);
    }

    private static SourceRow event(String table, int line, String id, String day, String code) {
        return row(
                table,
                line,
                new SourceRow.Event(
                        EventDomain.CONDITION,
                        LocalDate.parse(day),
                        null,
                        new CodeKey(Vocabulary.ICD10CM, code),
                        List.of(),
                        CodeResolution.SOURCE_CODE,
                        null,
                        false,
                        null,
                        null,
                        new SourceReference(table, id)));
    }

    private static SourceRow visit(int line, String id, String day) {
        return row("visit", line, new SourceRow.Stay(id, VisitKind.OUTPATIENT, LocalDate.parse(day), null));
    }

    private PatientHistory history(SourceRow... rows) {
        Quarantine quarantine = new Quarantine((owner, put) -> quarantined.add(
                put.sourceTable() + " line " + put.line() + " " + put.sourceColumn() + " " + put.rule()));
        PatientRows child = new PatientRows(
                "North:1", ShippedAssessment.STUDY, new ResultCheck(ShippedAssessment.STUDY), quarantine);
        child.add(row("person", 2, new SourceRow.Person("North", "1", Sex.UNKNOWN, null, null, null, null)));
        Arrays.asList(rows).forEach(child::add);
        PatientHistory history = child.history().orElseThrow();
        quarantine.flush(Owner.child("North:1"));
        return history;
    }

    private List<String> events(SourceRow... rows) {
        return history(rows).events().stream()
                .map(event -> event.source().table() + " " + event.source().id() + " "
                        + event.code().code())
                .toList();
    }

    @Test
    void ofTwoRowsWithOneIdentifierTheFirstByContentCounts() {
        SourceRow early = event("diagnosis", 9, "7", "2016-05-05", "S52.5");
        SourceRow late = event("diagnosis", 3, "7", "2016-05-06", "M81.8");
        assertThat(events(early, late)).containsExactly("diagnosis 7 S525");
        assertThat(quarantined).containsExactly("diagnosis line 3 null duplicate_id");
        assertThat(events(late, early)).as("in any order").containsExactly("diagnosis 7 S525");
    }

    @Test
    void ofTheSameRowTwiceTheFirstLineCounts() {
        SourceRow first = event("diagnosis", 3, "7", "2016-05-05", "S52.5");
        SourceRow again = event("diagnosis", 10, "7", "2016-05-05", "S52.5");
        assertThat(events(again, first, event("diagnosis", 5, "8", "2016-05-05", "S52.5")))
                .containsExactly("diagnosis 7 S525", "diagnosis 8 S525");
        assertThat(quarantined).containsExactly("diagnosis line 10 null duplicate_id");
    }

    @Test
    void theFactsOfOneRowShareItsIdentifier() {
        SourceRow height = event("vital", 3, "7", "2016-05-05", "8302-2");
        SourceRow weight = event("vital", 3, "7", "2016-05-05", "29463-7");
        SourceRow heightAgain = event("vital", 8, "7", "2016-05-05", "8302-2");
        SourceRow weightAgain = event("vital", 8, "7", "2016-05-05", "29463-7");
        assertThat(events(weightAgain, heightAgain, height, weight))
                .containsExactlyInAnyOrder("vital 7 8302-2", "vital 7 29463-7");
        assertThat(quarantined).as("once a line").containsExactly("vital line 8 null duplicate_id");
    }

    @Test
    void tablesCountTheirRowsEachForItself() {
        assertThat(events(
                        event("diagnosis", 3, "7", "2016-05-05", "S52.5"),
                        event("condition", 4, "7", "2016-05-05", "S52.5")))
                .hasSize(2);
        assertThat(quarantined).isEmpty();
    }

    @Test
    void rowsWithoutIdentifierAreNoDuplicates() {
        assertThat(events(
                        event("diagnosis", 3, "", "2016-05-05", "S52.5"),
                        event("diagnosis", 4, "", "2016-05-06", "S52.5")))
                .hasSize(2);
        assertThat(quarantined).isEmpty();
    }

    @Test
    void aVisitIsCountedOnce() {
        assertThat(history(visit(3, "7", "2016-05-05"), visit(4, "7", "2016-05-06"), visit(5, "8", "2016-05-06"))
                        .visits())
                .hasSize(2);
        assertThat(quarantined).containsExactly("visit line 4 null duplicate_id");
    }
}
