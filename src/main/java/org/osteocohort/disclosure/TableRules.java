package org.osteocohort.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osteocohort.table.Table;

/**
 * What the numbers of a report table are, so that they can be hidden without knowing the table. The package says how to
 * declare a new one. Rules hold no state; they are asked about each row on its own.
 *
 * @param <R> the row
 */
interface TableRules<R extends Record> {
    Table<R> table();

    /**
     * The cell of each column that holds a count, of children or of what happened to them. Two columns, rows or tables
     * that publish the same number name the same cell. Leave a column out of the rows in which it does not apply; null
     * in a column that is named means a number that came hidden.
     *
     * @return by column name; every column of whole numbers (long) that is not null in the row must be there
     */
    Map<String, CellId> cells(R row);

    /**
     * The columns that describe counted children, each with the count columns of the same row that it would give away:
     * it is null exactly when one of these is hidden. Shares, rates, intervals, person-years, medians and extremes
     * belong here.
     */
    Map<String, List<String>> derived();

    /** The columns of decimal numbers that are settings, and so the same whoever the children are. */
    default Set<String> settings() {
        return Set.of("ci_level");
    }

    /** Whether the row is published only where there are enough children; see {@link Detail}. */
    default boolean isFine(R row) {
        return false;
    }

    /** Adds what a reader can compute from this row and related ones; margins of spaces are added without it. */
    void relate(R row, CellGraph graph);

    /**
     * Fills the derived columns from rounded counts. Asked only when counts are rounded; what cannot be computed from
     * the rounded counts alone stays null, which is all of it unless a table says more.
     *
     * @param rounded a row with rounded or hidden counts, its derived columns null
     */
    default R estimated(R rounded) {
        return rounded;
    }
}
