package org.osteocohort.testkit;

import java.util.List;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.page.section.PublishedTables;
import org.osteocohort.table.Table;

/** Published tables drawn as text. */
public final class PageTables {
    private PageTables() {}

    /** One table; see {@link RowPicture#rows}. */
    public static <R extends Record> PublishedTables of(Table<R> table, String picture) {
        return new PublishedTables(List.of(rows(table, picture)));
    }

    public static <R extends Record> TableRows<R> rows(Table<R> table, String picture) {
        return new TableRows<>(table, RowPicture.rows(table, picture));
    }
}
