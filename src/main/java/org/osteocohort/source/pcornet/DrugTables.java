package org.osteocohort.source.pcornet;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.when;
import static org.osteocohort.source.files.ColumnKind.DATE;
import static org.osteocohort.source.files.ColumnKind.NUMBER;
import static org.osteocohort.source.files.ColumnKind.TEXT;
import static org.osteocohort.source.files.TableColumn.filled;
import static org.osteocohort.source.files.TableColumn.optional;
import static org.osteocohort.source.files.TableColumn.required;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.source.coded.CodedColumn;
import org.osteocohort.source.files.TableColumn;

/** PRESCRIBING, DISPENSING and MED_ADMIN: three kinds of record, since an order is not a dose taken. */
final class DrugTables {
    static final List<TableColumn> PRESCRIBING = List.of(
            required("rxnorm_cui", TEXT, "raw_rxnorm_cui"),
            filled("rx_start_date", DATE, "rx_order_date"),
            optional("rx_end_date", DATE),
            optional("rx_days_supply", NUMBER),
            optional("rx_quantity", NUMBER),
            optional("rx_route", TEXT),
            optional("raw_rx_route", TEXT),
            optional("raw_rx_med_name", TEXT));

    static final List<TableColumn> DISPENSING = List.of(
            required("ndc", TEXT, "raw_ndc"),
            filled("dispense_date", DATE),
            optional("dispense_sup", NUMBER),
            optional("dispense_amt", NUMBER),
            optional("dispense_route", TEXT),
            optional("raw_dispense_route", TEXT),
            optional("raw_disp_med_name", TEXT, "raw_dispense_med_name"));

    static final List<TableColumn> ADMINISTRATION = List.of(
            required("medadmin_type", TEXT),
            required("medadmin_code", TEXT),
            filled("medadmin_start_date", DATE),
            optional("medadmin_stop_date", DATE),
            optional("medadmin_dose_admin", NUMBER),
            optional("medadmin_dose_admin_unit", TEXT),
            optional("medadmin_route", TEXT),
            optional("raw_medadmin_route", TEXT),
            optional("raw_medadmin_med_name", TEXT));

    private DrugTables() {}

    static Map<CodedColumn, Column> prescribing() {
        return Map.of(
                CodedColumn.RECORD_KIND, lit(DrugRecordKind.ORDERED.name()),
                CodedColumn.VOCABULARY, lit(Vocabulary.RXNORM.name()),
                CodedColumn.CODE, col("rxnorm_cui"),
                CodedColumn.DRUG_NAME, col("raw_rx_med_name"),
                CodedColumn.DATE, col("rx_start_date"),
                CodedColumn.END_DATE, col("rx_end_date"),
                CodedColumn.DAYS_SUPPLY, col("rx_days_supply"),
                CodedColumn.QUANTITY, col("rx_quantity"),
                CodedColumn.ROUTE, route("rx_route", "raw_rx_route"));
    }

    static Map<CodedColumn, Column> dispensing() {
        return Map.of(
                CodedColumn.RECORD_KIND, lit(DrugRecordKind.DISPENSED.name()),
                CodedColumn.VOCABULARY, lit(Vocabulary.NDC.name()),
                CodedColumn.CODE, col("ndc"),
                CodedColumn.DRUG_NAME, col("raw_disp_med_name"),
                CodedColumn.DATE, col("dispense_date"),
                CodedColumn.DAYS_SUPPLY, col("dispense_sup"),
                CodedColumn.QUANTITY, col("dispense_amt"),
                CodedColumn.ROUTE, route("dispense_route", "raw_dispense_route"));
    }

    static Map<CodedColumn, Column> administration() {
        CodeTypes types = CodeTypes.drugs("medadmin_type", "medadmin_code");
        return Map.of(
                CodedColumn.RECORD_KIND, lit(DrugRecordKind.ADMINISTERED.name()),
                CodedColumn.VOCABULARY, types.vocabulary(),
                CodedColumn.CODE, types.code(),
                CodedColumn.DRUG_NAME, col("raw_medadmin_med_name"),
                CodedColumn.DATE, col("medadmin_start_date"),
                CodedColumn.END_DATE, col("medadmin_stop_date"),
                CodedColumn.QUANTITY, doseUnits(),
                CodedColumn.STRENGTH_MILLIGRAMS, milligramsPerDoseUnit(),
                CodedColumn.ROUTE, route("medadmin_route", "raw_medadmin_route"));
    }

    /** A mass is a quantity of that unit of mass; rates and anything by body weight are no quantity. */
    private static Column milligramsPerDoseUnit() {
        Column unit = lower(col("medadmin_dose_admin_unit"));
        return when(unit.equalTo("mg"), 1.0).when(unit.equalTo("g"), 1000.0).when(unit.isin("ug", "mcg"), 0.001);
    }

    private static Column doseUnits() {
        Column unit = lower(col("medadmin_dose_admin_unit"));
        Column counted = unit.equalTo("ml").or(unit.rlike("^\\{[a-z ]+\\}$"));
        return when(milligramsPerDoseUnit().isNotNull().or(counted), col("medadmin_dose_admin"));
    }

    /** A code that says "no information" or "other" leaves the word to the raw column. */
    private static Column route(String code, String raw) {
        return coalesce(when(col(code).isin("NI", "UN", "OT").equalTo(false), col(code)), col(raw));
    }
}
