package org.osteocohort.disclosure;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** One row of the operator's table {@code suppression_summary}; see the meanings of its columns. */
public record SuppressionSummaryRow(
        @Meaning("The report table") String reportTable,
        @Meaning("Its column of counts") String columnName,

        @Meaning("shown, or why numbers are hidden, in the words of the table suppression")
        String outcome,

        @Meaning("Numbers of the column, one for each row; a number that several tables show is in each of them")
        Long numbers,

        @Meaning("numbers / all numbers of the column") Double share) {
    public static final Table<SuppressionSummaryRow> TABLE =
            Table.of("suppression_summary", "report table, column of counts and reason", SuppressionSummaryRow.class);
}
