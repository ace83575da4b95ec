package org.osteocohort.generate.omop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osteocohort.table.Table;

/** The open tables of an extract, which are closed together. */
public final class TableOutputs implements AutoCloseable {
    private final Path folder;
    private final OutputFiles files;
    private final long rowsPerFile;
    private final List<TableOutput<?>> open = new ArrayList<>();
    private final SortedMap<String, TableOutput<?>> byName = new TreeMap<>();

    /** @param rowsPerFile 0 for one file per table; otherwise tables are folders of parts */
    public TableOutputs(Path folder, OutputFiles files, long rowsPerFile) {
        this.folder = folder;
        this.files = files;
        this.rowsPerFile = rowsPerFile;
    }

    /** Opens a table, in parts where tables are. */
    public <R extends Record> TableOutput<R> open(Table<R> table) throws IOException {
        return open(table, rowsPerFile);
    }

    /** Opens a table of one file. */
    public <R extends Record> TableOutput<R> openWhole(Table<R> table) throws IOException {
        return open(table, 0);
    }

    private <R extends Record> TableOutput<R> open(Table<R> table, long rows) throws IOException {
        TableOutput<R> output = new TableOutput<>(folder, table, files, rows);
        open.add(output);
        byName.put(table.name(), output);
        return output;
    }

    /** Rows written, by table. */
    public SortedMap<String, Long> rows() {
        SortedMap<String, Long> rows = new TreeMap<>();
        byName.forEach((name, output) -> rows.put(name, output.rows()));
        return Collections.unmodifiableSortedMap(rows);
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (TableOutput<?> output : open) {
            try {
                output.close();
            } catch (IOException exception) {
                if (failure == null) {
                    failure = exception;
                } else {
                    failure.addSuppressed(exception);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
