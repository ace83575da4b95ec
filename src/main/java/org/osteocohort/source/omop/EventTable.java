package org.osteocohort.source.omop;

import static org.osteocohort.source.files.ColumnKind.DATE;
import static org.osteocohort.source.files.ColumnKind.IDENTIFIER;
import static org.osteocohort.source.files.ColumnKind.NUMBER;
import static org.osteocohort.source.files.ColumnKind.TEXT;
import static org.osteocohort.source.files.ColumnKind.WHOLE;
import static org.osteocohort.source.files.TableColumn.filled;
import static org.osteocohort.source.files.TableColumn.optional;
import static org.osteocohort.source.files.TableColumn.required;

import java.util.ArrayList;
import java.util.List;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.files.TableColumn;
import org.osteocohort.source.files.TableShape;

/** OMOP's event tables. They differ in little but the first word of their columns. */
enum EventTable {
    CONDITION(EventDomain.CONDITION, "condition_occurrence", "condition", "condition_start_date"),
    DRUG(EventDomain.DRUG, "drug_exposure", "drug", "drug_exposure_start_date"),
    PROCEDURE(EventDomain.PROCEDURE, "procedure_occurrence", "procedure", "procedure_date"),
    MEASUREMENT(EventDomain.MEASUREMENT, "measurement", "measurement", "measurement_date"),
    OBSERVATION(EventDomain.OBSERVATION, "observation", "observation", "observation_date");

    static final String VISIT_ID = "visit_occurrence_id";
    static final String TYPE_CONCEPT = "type_concept_id";
    static final String END_DATE = "drug_exposure_end_date";
    static final String DAYS_SUPPLY = "days_supply";
    static final String QUANTITY = "quantity";
    static final String ROUTE_CONCEPT = "route_concept_id";
    static final String ROUTE_TEXT = "route_source_value";
    static final String VALUE = "value_as_number";
    static final String UNIT_CONCEPT = "unit_concept_id";
    static final String UNIT_TEXT = "unit_source_value";

    private final EventDomain domain;
    private final String table;
    private final String prefix;
    private final String date;

    EventTable(EventDomain domain, String table, String prefix, String date) {
        this.domain = domain;
        this.table = table;
        this.prefix = prefix;
        this.date = date;
    }

    EventDomain domain() {
        return domain;
    }

    /** The table's name, lower case. */
    String table() {
        return table;
    }

    String id() {
        return table + "_id";
    }

    String concept() {
        return prefix + "_concept_id";
    }

    String sourceConcept() {
        return prefix + "_source_concept_id";
    }

    String sourceValue() {
        return prefix + "_source_value";
    }

    String typeConcept() {
        return prefix + "_" + TYPE_CONCEPT;
    }

    String date() {
        return date;
    }

    /** Whether sites put codes of their own into this table: density results have few standard codes. */
    boolean holdsLocalCodes() {
        return domain == EventDomain.MEASUREMENT || domain == EventDomain.OBSERVATION;
    }

    TableShape shape() {
        List<TableColumn> columns = new ArrayList<>(List.of(
                required(id(), IDENTIFIER),
                filled(OmopTables.PERSON_ID, IDENTIFIER),
                filled(date, DATE, date + "time"),
                optional(concept(), WHOLE),
                optional(sourceConcept(), WHOLE),
                optional(sourceValue(), TEXT),
                optional(VISIT_ID, IDENTIFIER)));
        columns.addAll(ownColumns());
        return new TableShape(table, columns, List.of(concept(), sourceConcept(), sourceValue()), true);
    }

    private List<TableColumn> ownColumns() {
        return switch (this) {
            case CONDITION -> List.of(optional(typeConcept(), WHOLE));
            case DRUG ->
                List.of(
                        optional(typeConcept(), WHOLE),
                        optional(END_DATE, DATE, END_DATE + "time"),
                        optional(DAYS_SUPPLY, NUMBER),
                        optional(QUANTITY, NUMBER),
                        optional(ROUTE_CONCEPT, WHOLE),
                        optional(ROUTE_TEXT, TEXT));
            case PROCEDURE -> List.of();
            case MEASUREMENT, OBSERVATION ->
                List.of(optional(VALUE, NUMBER), optional(UNIT_CONCEPT, WHOLE), optional(UNIT_TEXT, TEXT));
        };
    }
}
