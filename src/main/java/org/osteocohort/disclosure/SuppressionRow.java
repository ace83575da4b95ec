package org.osteocohort.disclosure;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** One row of the operator's table {@code suppression}; see the meanings of its columns. */
public record SuppressionRow(
        @Meaning("What the hidden number counts") String counted,
        @Meaning("The hidden cell, as axis=level") String cell,

        @Meaning("primary (small itself), complement (differs from another by a small count), "
                + "complementary (would give a hidden one away) or same_group (describes a hidden "
                + "group)")
        String reason) {
    public static final Table<SuppressionRow> TABLE =
            Table.of("suppression", "number that the reports hide", SuppressionRow.class);
}
