package org.osteocohort.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.table.Table;

/**
 * A table with rows for each child, and how a child becomes rows.
 *
 * @param <R> the row
 */
public record RestrictedTable<R extends Record>(Table<R> table, Function<Assessment, List<R>> rowsOf) {
    public RestrictedTable {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(rowsOf, "rowsOf");
    }

    /** The child's rows, in a fixed order. */
    public List<R> rows(Assessment child) {
        return rowsOf.apply(child);
    }
}
