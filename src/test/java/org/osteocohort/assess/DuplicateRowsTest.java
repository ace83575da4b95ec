package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;

/** Rows of a child with an identifier that another row of the table has already. */
class DuplicateRowsTest {
    private final List<String> quarantined = new ArrayList<>();

    private static Row row(String table, int line, String part, CanonicalRow value) {
        return CanonicalRow.part(CanonicalRows.SCHEMA)
                .with(CanonicalRows.PATIENT_ID, "North:1")
                .with(part, value.row())
                .with(
                        CanonicalRows.ORIGIN,
                        CanonicalRow.part(CanonicalRows.ORIGIN_TYPE)
                                .with("site", "North")
                                .with("table", table)
                                .with("file", table + ".csv")
                                .with("line", (long) line)
                                .row())
                .row();
    }

    private static Row event(String table, int line, String id, String day, String code) {
        return row(
                table,
                line,
                CanonicalRows.EVENT,
                CanonicalRow.part(CanonicalRows.EVENT_TYPE)
                        .with("domain", "CONDITION")
                        .with("date", LocalDate.parse(day))
                        .with("vocabulary", "ICD10CM")
                        .with("code", code)
                        .with("resolution", "SOURCE_CODE")
                        .with("source_table", table)
                        .with("source_id", id));
    }

    private static Row visit(int line, String id, String day) {
        return row(
                "visit",
                line,
                CanonicalRows.VISIT,
                CanonicalRow.part(CanonicalRows.VISIT_TYPE)
                        .with("visit_id", id)
                        .with("kind", "OUTPATIENT")
                        .with("start", LocalDate.parse(day)));
    }

    private PatientHistory history(Row... rows) {
        Quarantine quarantine = new Quarantine(put -> quarantined.add(
                put.sourceTable() + " line " + put.line() + " " + put.sourceColumn() + " " + put.rule()));
        PatientRows child = new PatientRows(
                "North:1", ShippedAssessment.STUDY, new ResultCheck(ShippedAssessment.STUDY), quarantine);
        child.add(row(
                "person",
                2,
                CanonicalRows.PATIENT,
                CanonicalRow.part(CanonicalRows.PATIENT_TYPE)
                        .with("site", "North")
                        .with("subject_id", "1")));
        Arrays.asList(rows).forEach(child::add);
        PatientHistory history = child.history().orElseThrow();
        quarantine.flush();
        return history;
    }

    private List<String> events(Row... rows) {
        return history(rows).events().stream()
                .map(event -> event.source().table() + " " + event.source().id() + " "
                        + event.code().code())
                .toList();
    }

    @Test
    void ofTwoRowsWithOneIdentifierTheFirstByContentCounts() {
        Row early = event("diagnosis", 9, "7", "2016-05-05", "S52.5");
        Row late = event("diagnosis", 3, "7", "2016-05-06", "M81.8");
        assertThat(events(early, late)).containsExactly("diagnosis 7 S525");
        assertThat(quarantined).containsExactly("diagnosis line 3 null duplicate_id");
        assertThat(events(late, early)).as("in any order").containsExactly("diagnosis 7 S525");
    }

    @Test
    void ofTheSameRowTwiceTheFirstLineCounts() {
        Row first = event("diagnosis", 3, "7", "2016-05-05", "S52.5");
        Row again = event("diagnosis", 4, "7", "2016-05-05", "S52.5");
        assertThat(events(again, first, event("diagnosis", 5, "8", "2016-05-05", "S52.5")))
                .containsExactly("diagnosis 7 S525", "diagnosis 8 S525");
        assertThat(quarantined).containsExactly("diagnosis line 4 null duplicate_id");
    }

    @Test
    void theFactsOfOneRowShareItsIdentifier() {
        Row height = event("vital", 3, "7", "2016-05-05", "8302-2");
        Row weight = event("vital", 3, "7", "2016-05-05", "29463-7");
        Row heightAgain = event("vital", 8, "7", "2016-05-05", "8302-2");
        Row weightAgain = event("vital", 8, "7", "2016-05-05", "29463-7");
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
