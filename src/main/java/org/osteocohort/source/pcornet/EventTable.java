package org.osteocohort.source.pcornet;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.osteocohort.source.files.ColumnKind.IDENTIFIER;
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
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.coded.CodedColumn;
import org.osteocohort.source.files.TableColumn;
import org.osteocohort.source.files.TableShape;

/** PCORnet's tables of coded facts. */
enum EventTable {
    DIAGNOSIS(EventDomain.CONDITION, "diagnosisid"),
    CONDITION(EventDomain.CONDITION, "conditionid"),
    PROCEDURES(EventDomain.PROCEDURE, "proceduresid"),
    VITAL(EventDomain.MEASUREMENT, "vitalid"),
    LAB_RESULT_CM(EventDomain.MEASUREMENT, "lab_result_cm_id"),
    OBS_CLIN(EventDomain.MEASUREMENT, "obsclinid"),
    OBS_GEN(EventDomain.OBSERVATION, "obsgenid"),
    PRESCRIBING(EventDomain.DRUG, "prescribingid"),
    DISPENSING(EventDomain.DRUG, "dispensingid"),
    MED_ADMIN(EventDomain.DRUG, "medadminid");

    private static final String ENCOUNTER = "encounterid";

    private final EventDomain domain;
    private final String id;

    EventTable(EventDomain domain, String id) {
        this.domain = domain;
        this.id = id;
    }

    /** The table's name, lower case. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    TableShape shape() {
        List<TableColumn> columns = new ArrayList<>(List.of(
                required(id, IDENTIFIER), filled(PersonTables.PERSON, IDENTIFIER), optional(ENCOUNTER, IDENTIFIER)));
        columns.addAll(ownColumns());
        return new TableShape(table(), columns, List.of(), true);
    }

    private List<TableColumn> ownColumns() {
        return switch (this) {
            case DIAGNOSIS -> DiagnosisTables.DIAGNOSIS;
            case CONDITION -> DiagnosisTables.CONDITION;
            case PROCEDURES -> DiagnosisTables.PROCEDURES;
            case VITAL -> VitalTable.COLUMNS;
            case LAB_RESULT_CM -> ResultTables.LAB_RESULT;
            case OBS_CLIN -> ResultTables.CLINICAL;
            case OBS_GEN -> ResultTables.GENERAL;
            case PRESCRIBING -> DrugTables.PRESCRIBING;
            case DISPENSING -> DrugTables.DISPENSING;
            case MED_ADMIN -> DrugTables.ADMINISTRATION;
        };
    }

    /** One row for each coded fact. */
    Dataset<Row> facts(Dataset<Row> rows) {
        return this == VITAL ? VitalTable.facts(rows) : rows;
    }

    /** The column of drug codes; null in a table of something else. */
    String drugCode() {
        return switch (this) {
            case PRESCRIBING -> "rxnorm_cui";
            case DISPENSING -> "ndc";
            case MED_ADMIN -> "medadmin_code";
            case DIAGNOSIS, CONDITION, PROCEDURES, VITAL, LAB_RESULT_CM, OBS_CLIN, OBS_GEN -> null;
        };
    }

    /** Where each fact stands. */
    Map<CodedColumn, Column> told() {
        Map<CodedColumn, Column> told = new EnumMap<>(CodedColumn.class);
        told.put(CodedColumn.PATIENT, col(PersonTables.PERSON));
        told.put(CodedColumn.DOMAIN, lit(domain.name()));
        told.put(CodedColumn.SOURCE_ID, col(id));
        told.put(CodedColumn.VISIT_ID, col(ENCOUNTER));
        told.putAll(ownFacts());
        return told;
    }

    private Map<CodedColumn, Column> ownFacts() {
        return switch (this) {
            case DIAGNOSIS -> DiagnosisTables.diagnosis();
            case CONDITION -> DiagnosisTables.condition();
            case PROCEDURES -> DiagnosisTables.procedures();
            case VITAL -> VitalTable.told();
            case LAB_RESULT_CM -> ResultTables.labResult();
            case OBS_CLIN -> ResultTables.clinical();
            case OBS_GEN -> ResultTables.general();
            case PRESCRIBING -> DrugTables.prescribing();
            case DISPENSING -> DrugTables.dispensing();
            case MED_ADMIN -> DrugTables.administration();
        };
    }
}
