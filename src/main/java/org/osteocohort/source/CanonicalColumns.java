package org.osteocohort.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.source.files.ExtractTables;

/** Puts columns into the canonical shape; what is not given is null. */
public final class CanonicalColumns {
    private CanonicalColumns() {}

    /**
     * Rows of a table that {@link ExtractTables} read, of which one part is filled, or only the fault where a row
     * cannot be used.
     *
     * @param part the name of the part
     */
    public static Dataset<Row> rows(Dataset<Row> table, String site, Column patientId, String part, Column value) {
        return rows(table, patientId, part, value, origin(site), col(ExtractTables.FAULT), col(ExtractTables.USABLE));
    }

    /** Where a row of a table stands that {@link ExtractTables} read. */
    public static Column origin(String site) {
        return part(
                CanonicalRows.ORIGIN_TYPE,
                Map.of(
                        "site", lit(site),
                        "table", col(ExtractTables.TABLE),
                        "file", col(ExtractTables.FILE),
                        "line", col(ExtractTables.LINE)));
    }

    /**
     * Rows of any source. Nothing is cast here: of a part, which is a row of its own, that would copy every text.
     *
     * @param value in the shape of the part
     * @param origin in the shape of {@link CanonicalRows#ORIGIN_TYPE}
     * @param fault in the shape of {@link CanonicalRows#FAULT_TYPE}; null for a row without fault
     * @param usable whether the part can be used, in spite of the fault if there is one
     */
    public static Dataset<Row> rows(
            Dataset<Row> source,
            Column patientId,
            String part,
            Column value,
            Column origin,
            Column fault,
            Column usable) {
        return source.select(Arrays.stream(CanonicalRows.SCHEMA.fields())
                .map(field -> switch (field.name()) {
                    case CanonicalRows.PATIENT_ID -> patientId.as(field.name());
                    case CanonicalRows.ORIGIN -> origin.as(field.name());
                    case CanonicalRows.FAULT -> fault.as(field.name());
                    default -> (field.name().equals(part) ? when(usable, value) : nothing(field)).as(field.name());
                })
                .toArray(Column[]::new));
    }

    private static Column nothing(StructField field) {
        return lit(null).cast(field.dataType());
    }

    /** A part with the given fields. */
    public static Column part(StructType type, Map<String, Column> values) {
        if (!Arrays.asList(type.fieldNames()).containsAll(values.keySet())) {
            throw new IllegalArgumentException("not all of " + values.keySet() + " are fields of the part");
        }
        return struct(Arrays.stream(type.fields())
                .map(field -> values.getOrDefault(field.name(), nothing(field))
                        .cast(field.dataType())
                        .as(field.name()))
                .toArray(Column[]::new));
    }
}
