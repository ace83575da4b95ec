package org.osteocohort.measure.tally;

import java.util.List;
import java.util.Objects;
import org.osteocohort.table.Table;

/**
 * A table and its rows.
 *
 * @param <R> the row
 */
public record TableRows<R extends Record>(Table<R> table, List<R> rows) {
    public TableRows {
        Objects.requireNonNull(table, "table");
        rows = List.copyOf(rows);
    }
}
