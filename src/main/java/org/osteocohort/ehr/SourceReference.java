package org.osteocohort.ehr;

import java.util.Comparator;
import java.util.Objects;

/** The source row behind a fact: its table and its identifier there. */
public record SourceReference(String table, String id) implements Comparable<SourceReference> {
    private static final Comparator<SourceReference> BY_TABLE_AND_ID =
            Comparator.comparing(SourceReference::table).thenComparing(SourceReference::id);

    public SourceReference {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(id, "id");
    }

    @Override
    public int compareTo(SourceReference other) {
        return BY_TABLE_AND_ID.compare(this, other);
    }
}
