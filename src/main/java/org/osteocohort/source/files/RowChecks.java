package org.osteocohort.source.files;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.FaultRule;

/**
 * What a single row shows to be wrong: a cell that is empty where none may be, or that is not of its column's kind. The
 * first fault of a row is told, those that make the row useless before the others.
 */
final class RowChecks {
    /** A fault of one row. */
    private static final Column ALONE = lit(null).cast("long").as("rows");

    private final Column broken;
    private final List<Check> checks = new ArrayList<>();

    private record Check(TableColumn column, FaultRule rule, Column fails) {}

    /**
     * Checks of a table.
     *
     * @param present the columns that the files have, by name
     * @param broken the rule against which the row as a whole is; null when there is none
     */
    RowChecks(TableShape shape, Map<String, StructField> present, Column broken) {
        this.broken = broken;
        shape.columns().stream().filter(TableColumn::filled).forEach(column -> checks.addAll(ofCell(column, present)));
        shape.columns().stream()
                .filter(column -> !column.filled())
                .forEach(column -> checks.addAll(ofCell(column, present)));
    }

    private static List<Check> ofCell(TableColumn column, Map<String, StructField> present) {
        List<Check> found = new ArrayList<>();
        Column absent = TableScan.value(column, present).isNull();
        column.names().stream()
                .filter(present::containsKey)
                .map(name -> ColumnValues.isWritten(col("`" + name + "`"), present.get(name), column.kind()))
                .reduce(Column::or)
                .filter(written -> column.kind().rule() != null)
                .ifPresent(written -> found.add(new Check(column, column.kind().rule(), absent.and(written))));
        if (column.filled()) {
            found.add(new Check(column, FaultRule.MISSING, absent));
        }
        return found;
    }

    /** In the shape of {@link CanonicalRows#FAULT_TYPE}; null for a row without fault. */
    Column fault() {
        Column fault = lit(null).cast(CanonicalRows.FAULT_TYPE);
        // From the end, so that the first check that fails stands outermost and decides.
        for (int position = checks.size() - 1; position >= 0; position--) {
            Check check = checks.get(position);
            Column told = struct(
                    lit(check.column().name()).as("column"),
                    lit(check.rule().label()).as("rule"),
                    ALONE);
            fault = when(check.fails(), told).otherwise(fault);
        }
        Column whole = struct(lit(null).cast("string").as("column"), broken.as("rule"), ALONE);
        return when(broken.isNotNull(), whole).otherwise(fault);
    }

    Column usable() {
        return checks.stream()
                .filter(check -> check.column().filled())
                .map(Check::fails)
                .reduce(Column::or)
                .map(fails -> fails.equalTo(false))
                .orElse(lit(true))
                .and(broken.isNull());
    }
}
