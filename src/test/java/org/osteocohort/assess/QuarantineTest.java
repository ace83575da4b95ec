package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;

/** What counts as a row that cannot be used, and what as a cell of a row that is used without it. */
class QuarantineTest {
    private static final LocalDate DAY = LocalDate.parse("2016-05-05");

    private static CanonicalRow canonical(String table) {
        return CanonicalRow.part(CanonicalRows.SCHEMA)
                .with(CanonicalRows.PATIENT_ID, "North:1")
                .with(
                        CanonicalRows.ORIGIN,
                        CanonicalRow.part(CanonicalRows.ORIGIN_TYPE)
                                .with("site", "North")
                                .with("table", table)
                                .with("file", table + ".csv")
                                .with("line", 2L)
                                .row());
    }

    private static CanonicalRow event(String domain, String vocabulary, String code) {
        return CanonicalRow.part(CanonicalRows.EVENT_TYPE)
                .with("domain", domain)
                .with("date", DAY)
                .with("vocabulary", vocabulary)
                .with("code", code)
                .with("resolution", "SOURCE_CODE")
                .with("source_table", domain)
                .with("source_id", "7");
    }

    private static CanonicalRow drug() {
        return event("DRUG", "RXNORM", "8640");
    }

    private static CanonicalRow zScore(double value) {
        return event("MEASUREMENT", "LOINC", "85394-5").with("value", value).with("unit", "SD");
    }

    private static CanonicalRow visit() {
        return CanonicalRow.part(CanonicalRows.VISIT_TYPE)
                .with("visit_id", "7")
                .with("kind", "INPATIENT")
                .with("start", DAY);
    }

    private static CanonicalRow fault(CanonicalRow row, String column) {
        return row.with(
                CanonicalRows.FAULT,
                CanonicalRow.part(CanonicalRows.FAULT_TYPE)
                        .with("column", column)
                        .with("rule", "not_a_number")
                        .row());
    }

    private static Row patient() {
        return canonical("person")
                .with(
                        CanonicalRows.PATIENT,
                        CanonicalRow.part(CanonicalRows.PATIENT_TYPE)
                                .with("site", "North")
                                .with("subject_id", "1")
                                .row())
                .row();
    }

    /** What one row of a child counts as; the row is used when the history holds it. */
    private static String judged(CanonicalRow row) {
        Quarantine quarantine = new Quarantine(put -> {});
        PatientRows child = new PatientRows(
                "North:1", ShippedAssessment.STUDY, new ResultCheck(ShippedAssessment.STUDY), quarantine);
        child.add(patient());
        child.add(row.row());
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

    private static CanonicalRow with(String part, CanonicalRow value) {
        return canonical("table").with(part, value.row());
    }

    @Test
    void drugsAndStaysCanDoWithoutTheirEndAndAmount() {
        assertThat(judged(with(CanonicalRows.EVENT, drug().with("days_supply", 0))))
                .isEqualTo("{source_cell_faults days_supply=1} used");
        assertThat(judged(with(CanonicalRows.EVENT, drug().with("end_date", DAY.minusDays(1)))))
                .isEqualTo("{source_cell_faults end_date=1} used");
        assertThat(judged(with(CanonicalRows.VISIT, visit().with("end", DAY.minusDays(1)))))
                .isEqualTo("{source_cell_faults end=1} used");
        assertThat(judged(fault(with(CanonicalRows.EVENT, drug()), "quantity")))
                .isEqualTo("{source_cell_faults quantity=1} used");
        assertThat(judged(fault(with(CanonicalRows.VISIT, visit()), "stop")))
                .isEqualTo("{source_cell_faults stop=1} used");
    }

    @Test
    void aResultWithoutItsNumberHasLostWhatItIsAbout() {
        assertThat(judged(with(CanonicalRows.EVENT, zScore(-11))))
                .isEqualTo("{source_faults value out_of_range=1} used");
        assertThat(judged(fault(with(CanonicalRows.EVENT, zScore(-1)), "value_as_number")))
                .isEqualTo("{source_faults value_as_number not_a_number=1} used");
    }

    @Test
    void whatIsNoRowCannotBeUsed() {
        assertThat(judged(fault(canonical("drug_exposure"), "person_id")))
                .isEqualTo("{source_faults person_id not_a_number=1} lost");
    }
}
