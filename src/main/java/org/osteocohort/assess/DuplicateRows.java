package org.osteocohort.assess;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Which rows of a child hold an identifier that another row of the same table has already. Of such rows the first by
 * content is the one that counts. Rows of different children that share an identifier all count: nobody can tell which
 * of them is wrong, and some sites number the rows of each person anew; {@code inspect} counts such identifiers.
 *
 * <p>One source row may be several facts, such as height and weight: rows of the same place are no duplicates.
 */
final class DuplicateRows {
    private static final Comparator<Row> BY_CONTENT =
            Comparator.<Row, String>comparing(row -> content(row).mkString("|")).thenComparing(DuplicateRows::place);

    private final Map<String, Row> first = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /** @param rows of one child; those that are neither event nor visit are passed over */
    DuplicateRows(Collection<Row> rows) {
        for (Row row : rows) {
            String identifier = identifier(row);
            if (identifier != null) {
                first.merge(identifier, row, (one, other) -> BY_CONTENT.compare(one, other) <= 0 ? one : other);
            }
        }
    }

    /** Whether another row has the identifier and counts in this one's place. */
    boolean isDuplicate(Row row) {
        Row counted = first.get(identifier(row));
        return counted != null && counted != row && !place(counted).equals(place(row));
    }

    /** The same, for the first fact of each source row only. */
    boolean isNews(Row row) {
        return told.add(identifier(row) + place(row));
    }

    private static Row content(Row row) {
        return row.getStruct(
                row.isNullAt(CanonicalPositions.EVENT) ? CanonicalPositions.VISIT : CanonicalPositions.EVENT);
    }

    private static String identifier(Row row) {
        if (!row.isNullAt(CanonicalPositions.EVENT)) {
            Row event = row.getStruct(CanonicalPositions.EVENT);
            String id = event.getString(EventRow.SOURCE_ID);
            return id == null || id.isEmpty() ? null : event.getString(EventRow.SOURCE_TABLE) + '\t' + id;
        }
        if (!row.isNullAt(CanonicalPositions.VISIT)) {
            String id = row.getStruct(CanonicalPositions.VISIT).getString(0);
            return id == null ? null : '\t' + id;
        }
        return null;
    }

    private static String place(Row row) {
        Row origin = row.getStruct(CanonicalPositions.ORIGIN);
        return Objects.toString(origin.get(2)) + '\t' + origin.get(3);
    }
}
