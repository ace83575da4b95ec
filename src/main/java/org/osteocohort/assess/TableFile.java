package org.osteocohort.assess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osteocohort.parquet.ParquetTableWriter;
import org.osteocohort.table.Table;

/**
 * The file of one table that a task writes, of rows in the order of their owners. Where rows of others are kept from an
 * earlier run, they are written between.
 */
final class TableFile<R extends Record> implements Findings.Taker<R>, AutoCloseable {
    private final Table<R> table;
    private final ParquetTableWriter<R> writer;
    private final KeptRows kept;
    private long rows;
    private boolean closed;

    /** @param folder of the task attempt */
    TableFile(Path folder, Table<R> table, KeptRows kept) throws IOException {
        this.table = table;
        this.kept = kept;
        this.writer = new ParquetTableWriter<>(folder.resolve(RestrictedFiles.fileName(table.name())), table, Map.of());
    }

    Table<R> table() {
        return table;
    }

    /** How many rows were written so far. */
    long rows() {
        return rows;
    }

    @Override
    public void take(Owner owner, R row) throws IOException {
        for (Optional<Object[]> before = kept.nextBefore(owner); before.isPresent(); ) {
            write(before.get());
            before = kept.nextBefore(owner);
        }
        writer.write(row);
        rows++;
    }

    private void write(Object[] keptRow) throws IOException {
        writer.writeValues(keptRow);
        rows++;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            for (Optional<Object[]> left = kept.next(); left.isPresent(); left = kept.next()) {
                write(left.get());
            }
            kept.close();
            writer.close();
        }
    }
}
