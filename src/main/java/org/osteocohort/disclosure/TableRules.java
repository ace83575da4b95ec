package org.osteocohort.disclosure;

import java.util.List;
import java.util.Map;
import org.osteocohort.table.Table;

/**
 * What the numbers of a report table are, so that they can be hidden without knowing the table.
 *
 * @param <R> the row
 */
interface TableRules<R extends Record> {
    Table<R> table();

    /** The cell of each column that holds a count. */
    Map<String, CellId> cells(R row);

    /** The columns computed from counts, each with the count columns that it would give away. */
    Map<String, List<String>> derived();

    /** Adds what a reader can compute from this row and related ones; margins of spaces are added without it. */
    void relate(R row, CellGraph graph);
}
