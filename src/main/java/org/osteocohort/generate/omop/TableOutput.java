package org.osteocohort.generate.omop;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.osteocohort.parquet.ParquetTableWriter;
import org.osteocohort.table.Column;
import org.osteocohort.table.Table;

/**
 * Writes the rows of one table, in one file, or in a folder of parts of a fixed number of rows.
 *
 * @param <R> the row
 */
public final class TableOutput<R extends Record> implements AutoCloseable {
    private final Path folder;
    private final Table<R> table;
    private final OutputFiles files;
    private final long rowsPerFile;
    private RowWriter<R> writer;
    private long rowsInFile;
    private long rows;
    private int parts;

    /**
     * Opens the table's first file, so that an empty table has one too.
     *
     * @param rowsPerFile 0 for one file with the table's name; otherwise parts in a folder of that name
     */
    public TableOutput(Path folder, Table<R> table, OutputFiles files, long rowsPerFile) throws IOException {
        this.folder = folder;
        this.table = table;
        this.files = files;
        this.rowsPerFile = rowsPerFile;
        this.writer = open();
    }

    public void write(R row) throws IOException {
        if (rowsPerFile > 0 && rowsInFile == rowsPerFile) {
            writer.close();
            writer = open();
            rowsInFile = 0;
        }
        writer.write(row);
        rowsInFile++;
        rows++;
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private RowWriter<R> open() throws IOException {
        Path file = folder.resolve(table.name() + files.ending());
        if (rowsPerFile > 0) {
            Path parent = Files.createDirectories(folder.resolve(table.name()));
            file = parent.resolve(String.format(Locale.ROOT, "part-%04d%s", parts++, files.ending()));
        }
        return switch (files) {
            case PARQUET -> new ParquetRows<>(new ParquetTableWriter<>(file, table, Map.of()));
            case CSV -> new CsvRows<>(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), table);
            case CSV_GZ ->
                new CsvRows<>(new GZIPOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)), table);
        };
    }

    private interface RowWriter<R> {
        void write(R row) throws IOException;

        void close() throws IOException;
    }

    private record ParquetRows<R extends Record>(ParquetTableWriter<R> writer) implements RowWriter<R> {
        @Override
        public void write(R row) throws IOException {
            writer.write(row);
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    /** Comma separated text with a header; an empty field is a missing value. */
    private static final class CsvRows<R extends Record> implements RowWriter<R> {
        private static final CSVFormat FORMAT =
                CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

        private final CSVPrinter printer;
        private final Table<R> table;

        CsvRows(OutputStream stream, Table<R> table) throws IOException {
            // Buffered as characters: the encoder is slow at one field after the other.
            Writer text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
            this.printer = new CSVPrinter(text, FORMAT);
            this.table = table;
            printer.printRecord(table.columns().stream().map(Column::name).toArray());
        }

        @Override
        public void write(R row) throws IOException {
            printer.printRecord(table.values(row));
        }

        @Override
        public void close() throws IOException {
            printer.close();
        }
    }
}
