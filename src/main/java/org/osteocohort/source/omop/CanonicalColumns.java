package org.osteocohort.source.omop;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.source.CanonicalRows;

/** Puts columns into the canonical shape; what is not given is null. */
final class CanonicalColumns {
    private CanonicalColumns() {}

    /** Rows of which one part is filled. */
    static Dataset<Row> rows(Dataset<Row> source, Column patientId, String part, Column value) {
        return source.select(Arrays.stream(CanonicalRows.SCHEMA.fields())
                .map(field -> column(field, patientId, part, value))
                .toArray(Column[]::new));
    }

    private static Column column(StructField field, Column patientId, String part, Column value) {
        if (field.name().equals(CanonicalRows.PATIENT_ID)) {
            return patientId.as(field.name());
        }
        Column column = field.name().equals(part) ? value : lit(null);
        return column.cast(field.dataType()).as(field.name());
    }

    /** A part with the given fields. */
    static Column part(StructType type, Map<String, Column> values) {
        if (!Arrays.asList(type.fieldNames()).containsAll(values.keySet())) {
            throw new IllegalArgumentException("not all of " + values.keySet() + " are fields of the part");
        }
        return struct(Arrays.stream(type.fields())
                .map(field -> values.getOrDefault(field.name(), lit(null))
                        .cast(field.dataType())
                        .as(field.name()))
                .toArray(Column[]::new));
    }
}
