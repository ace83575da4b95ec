package org.osteocohort.source.pcornet;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;
import static org.osteocohort.source.files.ColumnKind.DATE;
import static org.osteocohort.source.files.ColumnKind.NUMBER;
import static org.osteocohort.source.files.ColumnKind.TEXT;
import static org.osteocohort.source.files.TableColumn.filled;
import static org.osteocohort.source.files.TableColumn.optional;
import static org.osteocohort.source.files.TableColumn.required;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.source.coded.CodedColumn;
import org.osteocohort.source.files.TableColumn;

/** LAB_RESULT_CM, OBS_CLIN and OBS_GEN: coded results, beside which the site's own codes and names stand. */
final class ResultTables {
    /** The day of the specimen is what a result is about; the days of result and order stand in for it. */
    static final List<TableColumn> LAB_RESULT = List.of(
            required("lab_loinc", TEXT),
            filled("specimen_date", DATE, "result_date", "lab_order_date"),
            optional("result_num", NUMBER),
            optional("result_modifier", TEXT),
            optional("result_unit", TEXT, "raw_unit"),
            optional("raw_lab_code", TEXT),
            optional("raw_lab_name", TEXT));

    static final List<TableColumn> CLINICAL = observation("obsclin");
    static final List<TableColumn> GENERAL = observation("obsgen");

    /**
     * Modifiers that leave the number a number. Less than: the rules ask whether a result is below a limit, which a
     * value below the assay's range is. Greater than is left out: the number is then below the result.
     */
    private static final Object[] NUMBER_HOLDS = {"EQ", "LT", "LE", "NI", "UN", "OT"};

    private ResultTables() {}

    private static List<TableColumn> observation(String table) {
        return List.of(
                required(table + "_code", TEXT),
                required(table + "_type", TEXT),
                // Before version 6.0 there was one date only.
                filled(table + "_start_date", DATE, table + "_date"),
                optional(table + "_result_num", NUMBER),
                optional(table + "_result_modifier", TEXT),
                optional(table + "_result_unit", TEXT, "raw_" + table + "_unit"),
                optional("raw_" + table + "_code", TEXT),
                optional("raw_" + table + "_name", TEXT));
    }

    static Map<CodedColumn, Column> labResult() {
        return Map.of(
                CodedColumn.VOCABULARY, lit(Vocabulary.LOINC.name()),
                CodedColumn.CODE, col("lab_loinc"),
                CodedColumn.DATE, col("specimen_date"),
                CodedColumn.VALUE, number("result_num", "result_modifier"),
                CodedColumn.UNIT, col("result_unit"),
                CodedColumn.LOCAL_CODE, col("raw_lab_code"),
                CodedColumn.LOCAL_NAME, col("raw_lab_name"));
    }

    static Map<CodedColumn, Column> clinical() {
        return observation("obsclin", CodeTypes.observations("obsclin_type", "obsclin_code"));
    }

    static Map<CodedColumn, Column> general() {
        CodeTypes types = CodeTypes.general("obsgen_type", "obsgen_code");
        Map<CodedColumn, Column> told = new EnumMap<>(observation("obsgen", types));
        told.put(CodedColumn.DOMAIN, types.domain());
        return told;
    }

    private static Map<CodedColumn, Column> observation(String table, CodeTypes types) {
        return Map.of(
                CodedColumn.VOCABULARY, types.vocabulary(),
                CodedColumn.CODE, types.code(),
                CodedColumn.DATE, col(table + "_start_date"),
                CodedColumn.VALUE, number(table + "_result_num", table + "_result_modifier"),
                CodedColumn.UNIT, col(table + "_result_unit"),
                // The type of a site's own code is "other", so the code column may hold it too.
                CodedColumn.LOCAL_CODE, coalesce(col("raw_" + table + "_code"), col(table + "_code")),
                CodedColumn.LOCAL_NAME, col("raw_" + table + "_name"));
    }

    private static Column number(String value, String modifier) {
        Column written = upper(col(modifier));
        return when(written.isNull().or(written.isin(NUMBER_HOLDS)), col(value));
    }
}
