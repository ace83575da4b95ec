package org.osteocohort.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Canonical rows as lines of text: columns between bars as they are asked for, a dash for null, sorted. */
public final class CanonicalPicture {
    private CanonicalPicture() {}

    /**
     * The rows that hold a part.
     *
     * @param columns separated by bars; a name without a dot is a field of the part, but {@code table}, where it stands
     */
    public static List<String> of(Dataset<Row> rows, String part, String columns) {
        String values = Arrays.stream(columns.split("\\|"))
                .map(String::strip)
                .map(column -> column.equals("table") ? "origin.table" : column)
                .map(column -> column.equals("patient_id") || column.equals(part) || column.contains(".")
                        ? column
                        : part + "." + column)
                .map(column -> "coalesce(string(" + column + "), '-')")
                .collect(Collectors.joining(", "));
        return rows
                .filter(part + " IS NOT NULL")
                .selectExpr("concat_ws(' | ', " + values + ") AS line")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }
}
