package org.osteocohort.source.synthea;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.when;
import static org.osteocohort.source.files.ColumnKind.DATE;
import static org.osteocohort.source.files.ColumnKind.IDENTIFIER;
import static org.osteocohort.source.files.ColumnKind.TEXT;
import static org.osteocohort.source.files.TableColumn.filled;
import static org.osteocohort.source.files.TableColumn.optional;
import static org.osteocohort.source.files.TableColumn.required;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.coded.CodedColumn;
import org.osteocohort.source.files.TableColumn;
import org.osteocohort.source.files.TableShape;

/** Synthea's tables of coded facts. Their rows have no identifier; encounter, code and instant stand in for one. */
enum EventTable {
    CONDITIONS(EventDomain.CONDITION, Vocabulary.SNOMEDCT),
    PROCEDURES(EventDomain.PROCEDURE, Vocabulary.SNOMEDCT),
    OBSERVATIONS(EventDomain.MEASUREMENT, Vocabulary.LOINC),
    MEDICATIONS(EventDomain.DRUG, Vocabulary.RXNORM);

    private static final String START = "start";
    /** The start as it is written, with the time of day. */
    private static final String INSTANT = "instant";

    private static final String ENCOUNTER = "encounter";
    private static final String NUMBER = "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?$";

    private final EventDomain domain;
    private final Vocabulary usual;

    EventTable(EventDomain domain, Vocabulary usual) {
        this.domain = domain;
        this.usual = usual;
    }

    /** The table's name, lower case. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    TableShape shape() {
        List<TableColumn> columns = new ArrayList<>(List.of(
                filled("patient", IDENTIFIER),
                // Some versions call the day of a procedure DATE, as all do for observations.
                filled(START, DATE, "date"),
                optional(INSTANT, TEXT, START, "date"),
                required("code", TEXT),
                optional(ENCOUNTER, IDENTIFIER),
                optional("system", TEXT)));
        columns.addAll(ownColumns());
        return new TableShape(table(), columns, List.of(), true);
    }

    private List<TableColumn> ownColumns() {
        return switch (this) {
            case CONDITIONS, PROCEDURES -> List.of();
            // A value is a number or a text, as the type says; the first versions have no type.
            case OBSERVATIONS -> List.of(required("value", TEXT), optional("units", TEXT), optional("type", TEXT));
            case MEDICATIONS -> List.of(optional("stop", DATE), optional("description", TEXT));
        };
    }

    /** The rows with what other tables tell of them: a prescription without a stop lasts to the last encounter. */
    Dataset<Row> facts(Dataset<Row> rows, Dataset<Row> encounters) {
        return this == MEDICATIONS
                ? rows.join(
                        PersonTables.lastContacts(encounters).withColumnRenamed(PersonTables.PATIENT, "contacted"),
                        col(PersonTables.PATIENT).equalTo(col("contacted")),
                        "left_outer")
                : rows;
    }

    /** The column of drug codes; null in a table of something else. */
    String drugCode() {
        return this == MEDICATIONS ? "code" : null;
    }

    /** Where each fact stands. */
    Map<CodedColumn, Column> told() {
        Column vocabulary = CodeSystems.vocabulary(col("system"), usual);
        Map<CodedColumn, Column> told = new EnumMap<>(CodedColumn.class);
        told.put(CodedColumn.PATIENT, col(PersonTables.PATIENT));
        told.put(CodedColumn.DOMAIN, lit(domain.name()));
        told.put(CodedColumn.SOURCE_ID, concat_ws(":", col(ENCOUNTER), col("code"), col(INSTANT)));
        told.put(CodedColumn.DATE, col(START));
        told.put(CodedColumn.VISIT_ID, col(ENCOUNTER));
        told.put(CodedColumn.VOCABULARY, vocabulary);
        told.put(CodedColumn.CODE, when(vocabulary.isNotNull(), col("code")));
        told.putAll(ownFacts());
        return told;
    }

    private static Map<CodedColumn, Column> result() {
        Column numeric = coalesce(lower(col("type")).equalTo("numeric"), lit(true));
        Column number = when(numeric.and(col("value").rlike(NUMBER)), col("value"));
        return Map.of(CodedColumn.VALUE, number.try_cast(DataTypes.DoubleType), CodedColumn.UNIT, col("units"));
    }

    private Map<CodedColumn, Column> ownFacts() {
        return switch (this) {
            case CONDITIONS, PROCEDURES -> Map.of();
            case OBSERVATIONS -> result();
            case MEDICATIONS ->
                Map.of(
                        CodedColumn.RECORD_KIND, lit(DrugRecordKind.ORDERED.name()),
                        CodedColumn.DRUG_NAME, col("description"),
                        CodedColumn.END_DATE, coalesce(col("stop"), col(PersonTables.LAST_CONTACT)));
        };
    }
}
