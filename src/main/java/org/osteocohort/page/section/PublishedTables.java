package org.osteocohort.page.section;

import java.util.List;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.table.Table;

/** The report tables as everybody may see them: after disclosure control. */
public record PublishedTables(List<TableRows<?>> tables) {
    public PublishedTables {
        tables = List.copyOf(tables);
    }

    /** The rows of a table; none when it was not made. */
    <R extends Record> List<R> rows(Table<R> table) {
        return tables.stream()
                .filter(published -> published.table() == table)
                .flatMap(published -> published.rows().stream())
                .map(table.rowType()::cast)
                .toList();
    }
}
