package org.osteocohort.report;

import java.util.Comparator;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** One row of the operator's table {@code quarantine}: a place, never what stands there. */
public record QuarantineRow(
        @Meaning("Name of the site") String site,

        @Meaning("Table, as the extract's format names it") String sourceTable,

        @Meaning("File, as a path within the extract") String sourceFile,

        @Meaning("Line in the file, counted from 1 with the header; of Parquet the number of the row, counted from 1")
        Long line,

        @Meaning("Column at fault; null when it is the row as a whole")
        String sourceColumn,

        @Meaning("What is wrong, for example not_a_date, before_birth, unknown_person, duplicate_id")
        String rule)
        implements Comparable<QuarantineRow> {
    public static final Table<QuarantineRow> TABLE =
            Table.of("quarantine", "source row, or cell of one, that could not be used", QuarantineRow.class);

    private static final Comparator<String> TEXTS = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<QuarantineRow> ORDER = Comparator.comparing(QuarantineRow::site, TEXTS)
            .thenComparing(QuarantineRow::sourceTable, TEXTS)
            .thenComparing(QuarantineRow::sourceFile, TEXTS)
            .thenComparing(QuarantineRow::line, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(QuarantineRow::sourceColumn, TEXTS)
            .thenComparing(QuarantineRow::rule, TEXTS);

    /** By place. */
    @Override
    public int compareTo(QuarantineRow other) {
        return ORDER.compare(this, other);
    }
}
