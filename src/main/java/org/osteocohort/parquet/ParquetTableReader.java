package org.osteocohort.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.osteocohort.table.Table;

/**
 * Reads the rows of one table from a Parquet file that {@link ParquetTableWriter} wrote. Streams: memory does not grow with
 * the number of rows.
 *
 * @param <R> the row
 */
public final class ParquetTableReader<R extends Record> implements AutoCloseable {
    private final String file;
    private final Table<R> table;
    private final ParquetReader<Object[]> reader;

    private ParquetTableReader(InputFile input, String file, Table<R> table, FilterCompat.Filter filter)
            throws IOException {
        this.file = file;
        this.table = table;
        this.reader = new Builder(input, file, table)
                .withConf(new PlainParquetConfiguration())
                .withFilter(filter)
                .build();
    }

    /**
     * All rows of a file.
     *
     * @throws IOException when there is no such file
     */
    public static <R extends Record> ParquetTableReader<R> open(Path file, Table<R> table) throws IOException {
        return open(new LocalInputFile(file), file.toString(), table);
    }

    /**
     * All rows of a file that may stand elsewhere.
     *
     * @param file its name, for messages
     * @throws IOException when there is no such file
     */
    public static <R extends Record> ParquetTableReader<R> open(InputFile input, String file, Table<R> table)
            throws IOException {
        return new ParquetTableReader<>(input, file, table, FilterCompat.NOOP);
    }

    /**
     * The rows with a value in a text column. Parts of the file whose statistics exclude the value are not read, so a
     * few rows of a large sorted file cost little.
     *
     * @param column name of a column of type text
     * @throws IOException when there is no such file
     */
    public static <R extends Record> ParquetTableReader<R> open(Path file, Table<R> table, String column, String value)
            throws IOException {
        FilterCompat.Filter filter =
                FilterCompat.get(FilterApi.eq(FilterApi.binaryColumn(column), Binary.fromString(value)));
        return new ParquetTableReader<>(new LocalInputFile(file), file.toString(), table, filter);
    }

    /**
     * The next row, in the order of the file; empty after the last one.
     *
     * @throws IOException when the file is damaged or has other columns than the table; the message holds no value
     */
    public Optional<R> next() throws IOException {
        return nextValues().map(table::row);
    }

    /**
     * The values of the next row in column order, for who only hands them on; empty after the last one.
     *
     * @throws IOException as {@link #next}
     */
    public Optional<Object[]> nextValues() throws IOException {
        try {
            return Optional.ofNullable(reader.read());
        } catch (UncheckedIOException exception) {
            throw exception.getCause();
        } catch (IOException | RuntimeException damaged) {
            // The library's own messages may describe the bytes.
            throw new IOException(file + " is not a complete Parquet file of the table " + table.name());
        }
    }

    /**
     * The remaining rows.
     *
     * @throws IOException as {@link #next}
     */
    public List<R> rest() throws IOException {
        List<R> rows = new ArrayList<>();
        for (Optional<R> row = next(); row.isPresent(); row = next()) {
            rows.add(row.get());
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Builder extends ParquetReader.Builder<Object[]> {
        private final String file;
        private final Table<?> table;

        Builder(InputFile input, String file, Table<?> table) {
            super(input);
            this.file = file;
            this.table = table;
        }

        @Override
        protected ReadSupport<Object[]> getReadSupport() {
            return new RowReadSupport(file, table);
        }
    }
}
