package org.osteocohort.source.pcornet;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.osteocohort.source.files.ColumnKind.DATE;
import static org.osteocohort.source.files.ColumnKind.NUMBER;
import static org.osteocohort.source.files.TableColumn.filled;
import static org.osteocohort.source.files.TableColumn.optional;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.source.coded.CodedColumn;
import org.osteocohort.source.files.ExtractTables;
import org.osteocohort.source.files.TableColumn;

/**
 * VITAL, whose rows hold height in inches, weight in pounds and body mass index side by side. Each becomes a coded
 * result in metric units. What is converted is rounded: further digits would be the conversion's and not the scale's.
 */
final class VitalTable {
    static final List<TableColumn> COLUMNS = List.of(
            filled("measure_date", DATE),
            optional("ht", NUMBER),
            optional("wt", NUMBER),
            optional("original_bmi", NUMBER));

    /** LOINC codes: body height, body weight, body mass index. */
    private static final String HEIGHT = "8302-2";

    private static final String WEIGHT = "29463-7";
    private static final String BODY_MASS_INDEX = "39156-5";
    private static final double CENTIMETRES_PER_INCH = 2.54;
    private static final double KILOGRAMS_PER_POUND = 0.45359237;
    /** Tenths of a millimetre. */
    private static final int DECIMALS_OF_CENTIMETRES = 2;
    /** Grams. */
    private static final int DECIMALS_OF_KILOGRAMS = 3;

    private static final String FACT = "fact";
    private static final String POSITION = "position";

    private VitalTable() {}

    /** One row for each number; what is wrong with a row is told once, beside its first number. */
    static Dataset<Row> facts(Dataset<Row> vital) {
        Column height = round(col("ht").multiply(lit(CENTIMETRES_PER_INCH)), DECIMALS_OF_CENTIMETRES);
        Column weight = round(col("wt").multiply(lit(KILOGRAMS_PER_POUND)), DECIMALS_OF_KILOGRAMS);
        Column facts = array_compact(array(
                fact(HEIGHT, height, "cm"),
                fact(WEIGHT, weight, "kg"),
                fact(BODY_MASS_INDEX, col("original_bmi"), "kg/m2")));
        Column fault = col("`" + ExtractTables.FAULT + "`");
        return vital.select(col("*"), posexplode(facts).as(new String[] {POSITION, FACT}))
                .withColumn(ExtractTables.FAULT, when(col(POSITION).equalTo(0), fault));
    }

    private static Column fact(String code, Column value, String unit) {
        return when(
                value.isNotNull(),
                struct(lit(code).as("code"), value.as("value"), lit(unit).as("unit")));
    }

    static Map<CodedColumn, Column> told() {
        return Map.of(
                CodedColumn.VOCABULARY, lit(Vocabulary.LOINC.name()),
                CodedColumn.CODE, col(FACT + ".code"),
                CodedColumn.DATE, col("measure_date"),
                CodedColumn.VALUE, col(FACT + ".value"),
                CodedColumn.UNIT, col(FACT + ".unit"));
    }
}
