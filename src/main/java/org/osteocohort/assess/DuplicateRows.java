package org.osteocohort.assess;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osteocohort.ehr.SourceReference;

/**
 * Which rows of a child hold an identifier that another row of the same table has already. Of such rows the first by
 * content is the one that counts. Rows of different children that share an identifier all count: nobody can tell which
 * of them is wrong, and some sites number the rows of each person anew; {@code inspect} counts such identifiers.
 *
 * <p>One source row may be several facts, such as height and weight: rows of the same place are no duplicates.
 */
final class DuplicateRows {
    private static final Comparator<SourceRow> BY_CONTENT = Comparator.<SourceRow, String>comparing(
                    row -> row.part().toString())
            .thenComparing(SourceRow::place);

    private final Map<SourceReference, SourceRow> first = new HashMap<>();
    private final Set<Told> told = new HashSet<>();

    private record Told(SourceReference identifier, Place place) {}

    /** @param rows of one child; those that are neither event nor visit are passed over */
    DuplicateRows(Collection<SourceRow> rows) {
        if (!mayShareIdentifiers(rows)) {
            return;
        }
        for (SourceRow row : rows) {
            SourceReference identifier = row.part().identifier();
            if (identifier != null) {
                first.merge(identifier, row, (one, other) -> BY_CONTENT.compare(one, other) <= 0 ? one : other);
            }
        }
    }

    /** Whether two identifiers have the same hash: hardly a child has such rows, and all others cost little so. */
    private static boolean mayShareIdentifiers(Collection<SourceRow> rows) {
        int[] hashes = new int[rows.size()];
        int identified = 0;
        for (SourceRow row : rows) {
            SourceReference identifier = row.part().identifier();
            if (identifier != null) {
                hashes[identified++] = identifier.hashCode();
            }
        }
        Arrays.sort(hashes, 0, identified);
        for (int next = 1; next < identified; next++) {
            if (hashes[next] == hashes[next - 1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether another row has the identifier and counts in this one's place. */
    boolean isDuplicate(SourceRow row) {
        SourceRow counted = first.isEmpty() ? null : first.get(row.part().identifier());
        return counted != null && counted != row && !counted.place().equals(row.place());
    }

    /** The same, for the first fact of each source row only. */
    boolean isNews(SourceRow row) {
        return told.add(new Told(row.part().identifier(), row.place()));
    }
}
