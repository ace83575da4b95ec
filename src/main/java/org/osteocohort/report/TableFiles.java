package org.osteocohort.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.parquet.ParquetTableWriter;

/** Tables that fit in memory as one Parquet file each, named as the table. */
public final class TableFiles {
    private TableFiles() {}

    /** The file's name of a table, for example {@code prevalence.parquet}. */
    public static String name(TableRows<?> rows) {
        return rows.table().name() + ".parquet";
    }

    /**
     * Writes a new file into a folder.
     *
     * @param metadata key-value pairs for the file's footer
     * @return the file
     * @throws IOException when the file exists or cannot be written
     */
    public static <R extends Record> Path write(Path folder, TableRows<R> rows, Map<String, String> metadata)
            throws IOException {
        Path file = folder.resolve(name(rows));
        ParquetTableWriter.write(file, rows.table(), rows.rows(), metadata);
        return file;
    }
}
