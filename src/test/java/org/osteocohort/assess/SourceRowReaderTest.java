package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.junit.jupiter.api.Test;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.DrugSupply;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.SourceReference;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.bundle.Bundles;

/** Each kind of row, with every field and with as few as it can have. */
class SourceRowReaderTest {
    private static final LocalDate DAY = LocalDate.parse("2016-02-29");
    private static final SourceRowReader READER = new SourceRowReader();

    private static SourceRow.Part part(String name, Object value) {
        return read(CanonicalRow.part(Bundles.ROW_TYPE)
                        .with(Bundles.TABLE, "drug_exposure")
                        .with(name, value))
                .part();
    }

    private static SourceRow read(CanonicalRow row) {
        InternalRow internal = (InternalRow) CatalystTypeConverters.createToCatalystConverter(Bundles.ROW_TYPE)
                .apply(row.row());
        return READER.read(UnsafeProjection.create(Bundles.ROW_TYPE).apply(internal), "North", "table.csv");
    }

    private static Row person(Object... values) {
        return filled(CanonicalRow.part(CanonicalRows.PATIENT_TYPE), values).row();
    }

    /** Names and values in turn. */
    private static CanonicalRow filled(CanonicalRow row, Object... values) {
        for (int i = 0; i < values.length; i += 2) {
            row.with((String) values[i], values[i + 1]);
        }
        return row;
    }

    @Test
    void whereARowStandsAndWhatIsWrongWithIt() {
        Row fault = filled(CanonicalRow.part(CanonicalRows.FAULT_TYPE), "column", "person_id", "rule", "missing")
                .row();
        CanonicalRow row = filled(
                CanonicalRow.part(Bundles.ROW_TYPE), "table", "drug_exposure", "line", 7L, CanonicalRows.FAULT, fault);
        assertThat(read(row))
                .isEqualTo(new SourceRow(
                        new Place("North", "drug_exposure", "table.csv", 7L),
                        new SourceRow.Fault("person_id", "missing", null),
                        null));
        assertThat(read(CanonicalRow.part(Bundles.ROW_TYPE)))
                .isEqualTo(new SourceRow(new Place("North", null, "table.csv", null), null, null));
    }

    @Test
    void persons() {
        Row whole = person(
                "site", "North",
                "subject_id", "1",
                "sex", "FEMALE",
                "birth_date", DAY,
                "birth_date_precision", "MONTH",
                "race", "Asian",
                "ethnicity", "Hispanic or Latino");
        assertThat(part(CanonicalRows.PATIENT, whole))
                .isEqualTo(new SourceRow.Person(
                        "North", "1", Sex.FEMALE, DAY, DatePrecision.MONTH, "Asian", "Hispanic or Latino"));
        assertThat(part(CanonicalRows.PATIENT, person("site", "North", "subject_id", "1")))
                .isEqualTo(new SourceRow.Person("North", "1", Sex.UNKNOWN, null, null, null, null));
    }

    @Test
    void times() {
        CanonicalRow time = CanonicalRow.part(CanonicalRows.OBSERVATION_TYPE).with("start", DAY);
        assertThat(part(CanonicalRows.OBSERVATION, time.row())).isEqualTo(new SourceRow.Observation(DAY, null, false));
        time.with("end", DAY.plusDays(1)).with("contact", true);
        assertThat(part(CanonicalRows.OBSERVATION, time.row()))
                .isEqualTo(new SourceRow.Observation(DAY, DAY.plusDays(1), true));
        assertThat(part(CanonicalRows.DEATH_DATE, DAY)).isEqualTo(new SourceRow.Death(DAY));
        CanonicalRow visit =
                filled(CanonicalRow.part(CanonicalRows.VISIT_TYPE), "visit_id", "9", "kind", "EMERGENCY", "start", DAY);
        assertThat(part(CanonicalRows.VISIT, visit.row()))
                .isEqualTo(new SourceRow.Stay("9", VisitKind.EMERGENCY, DAY, null));
    }

    @Test
    void events() {
        CanonicalRow event = filled(
                CanonicalRow.part(CanonicalRows.EVENT_TYPE),
                "domain",
                "DRUG",
                "date",
                DAY,
                "vocabulary",
                "RXNORM",
                "code",
                "312617",
                "resolution",
                "SOURCE_CODE",
                "source_id",
                "");
        CodeKey product = new CodeKey(Vocabulary.RXNORM, "312617");
        assertThat(part(CanonicalRows.EVENT, event.row()))
                .isEqualTo(new SourceRow.Event(
                        EventDomain.DRUG,
                        DAY,
                        null,
                        product,
                        List.of(),
                        CodeResolution.SOURCE_CODE,
                        null,
                        false,
                        DrugSupply.unknown(),
                        null,
                        new SourceReference("drug_exposure", "")));
        filled(
                event,
                "end_date",
                DAY.plusDays(2),
                "matched_by",
                "RXNORM|8640 RXNORM|1",
                "visit_id",
                "9",
                "inpatient",
                true,
                "record_kind",
                "DISPENSED",
                "route",
                "ORAL",
                "days_supply",
                30,
                "quantity",
                60.0,
                "strength_milligrams",
                5.0,
                "value",
                0.0,
                "unit",
                "mg");
        assertThat(part(CanonicalRows.EVENT, event.row()))
                .isEqualTo(new SourceRow.Event(
                        EventDomain.DRUG,
                        DAY,
                        DAY.plusDays(2),
                        product,
                        List.of(new CodeKey(Vocabulary.RXNORM, "8640"), new CodeKey(Vocabulary.RXNORM, "1")),
                        CodeResolution.SOURCE_CODE,
                        "9",
                        true,
                        new DrugSupply(DrugRecordKind.DISPENSED, DrugRoute.ORAL, 30, 60.0, 5.0),
                        new NumericResult(0.0, "mg"),
                        new SourceReference("drug_exposure", "")));
    }
}
