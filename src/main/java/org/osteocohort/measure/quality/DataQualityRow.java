package org.osteocohort.measure.quality;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code data_quality}; see the meanings of its columns. */
public record DataQualityRow(
        @Meaning("Site") String site,

        @Meaning("What the table is a table of: extract, or restricted (the findings of this run)")
        String layer,

        @Meaning("Name of the check; for rows in the quarantine the rule that they break, or rows_usable for all rules;"
                + " cells_usable for cells of rows that are used without them")
        String checkName,

        @Meaning(value = "conformance, completeness or plausibility", source = Source.QUALITY)
        String category,

        @Meaning("fatal (the run is not published when it fails), convention or characterization")
        String severity,

        @Meaning("Table of that layer") String tableName,

        @Meaning("Column; empty for a row as a whole") String columnName,

        @Meaning(value = "What was looked at: rows of the extract, children, events or results", unit = "rows")
        Long checked,

        @Meaning(value = "Violations among them", unit = "rows")
        Long violations,

        @Meaning("violations / checked") Double share,

        @Meaning("Largest share that passes; null when the check only describes")
        Double threshold,

        @Meaning("passed, failed, or not_applicable when nothing is demanded or there was nothing to look at")
        String status,

        @Meaning("released; suppressed when a number of the row is hidden; not_estimable when nothing was looked at")
        String valueStatus) {
    public static final Table<DataQualityRow> TABLE =
            Table.of("data_quality", "site, layer, check, table and column", DataQualityRow.class);

    static final String PASSED = "passed";
    static final String FAILED = "failed";

    /** Whether more was found than the check allows. */
    public boolean failed() {
        return status.equals(FAILED);
    }
}
