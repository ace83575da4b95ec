package org.osteocohort.measure.tally;

import java.util.List;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.table.Table;

/**
 * One report table and how it is counted: every child is observed once, then the merged tally becomes rows.
 *
 * @param <R> the row
 */
public interface Measure<R extends Record> {
    Table<R> table();

    /** Counts one child; each child exactly once in a run. */
    void observe(Assessment child, Tally tally);

    /** All rows of the table in a fixed order, with zeros where nobody was counted. */
    List<R> rows(Tally tally);
}
