package org.osteocohort.disclosure;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** One row of the operator's table {@code suppression}; see the meanings of its columns. */
public record SuppressionRow(
        @Meaning("What the hidden number counts") String counted,
        @Meaning("The hidden cell, as axis=level") String cell,

        @Meaning("primary (small itself), differencing (would tell a small change since an earlier run), complement "
                + "(differs from another by a small count), complementary (would give a hidden one away by a single "
                + "relation), combined (the same by several together), same_group (describes a hidden group) or earlier "
                + "(came hidden)")
        String reason) {
    public static final Table<SuppressionRow> TABLE =
            Table.of("suppression", "number that the reports hide", SuppressionRow.class);
}
