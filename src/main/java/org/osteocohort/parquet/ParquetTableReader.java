package org.osteocohort.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.osteocohort.table.Column;
import org.osteocohort.table.ColumnType;
import org.osteocohort.table.Table;

/**
 * Reads the rows of one table from a local Parquet file that {@link ParquetTableWriter} wrote. Streams: memory does not
 * grow with the number of rows.
 *
 * @param <R> the row
 */
public final class ParquetTableReader<R extends Record> implements AutoCloseable {
    private final Path file;
    private final Table<R> table;
    private final ParquetReader<Object[]> reader;

    private ParquetTableReader(Path file, Table<R> table, FilterCompat.Filter filter) throws IOException {
        this.file = file;
        this.table = table;
        this.reader = new Builder(file, table)
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
        return new ParquetTableReader<>(file, table, FilterCompat.NOOP);
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
        return new ParquetTableReader<>(file, table, filter);
    }

    /**
     * The next row, in the order of the file; empty after the last one.
     *
     * @throws IOException when the file is damaged or has other columns than the table; the message holds no value
     */
    public Optional<R> next() throws IOException {
        try {
            return Optional.ofNullable(reader.read()).map(table::row);
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
        private final Path path;
        private final Table<?> table;

        Builder(Path path, Table<?> table) {
            super(new LocalInputFile(path));
            this.path = path;
            this.table = table;
        }

        @Override
        protected ReadSupport<Object[]> getReadSupport() {
            return new RowSupport(path, table);
        }
    }

    /** Asks for the columns of the table by name; a file that lacks one was written by another version. */
    private static final class RowSupport extends ReadSupport<Object[]> {
        private final Path file;
        private final Table<?> table;

        RowSupport(Path file, Table<?> table) {
            this.file = file;
            this.table = table;
        }

        @Override
        public ReadContext init(InitContext context) {
            MessageType wanted = TableSchema.of(table);
            MessageType given = context.getFileSchema();
            List<String> missing = table.columns().stream()
                    .map(Column::name)
                    .filter(name ->
                            !given.containsField(name) || !given.getType(name).equals(wanted.getType(name)))
                    .toList();
            if (!missing.isEmpty()) {
                throw new UncheckedIOException(new IOException(file + " lacks the columns " + String.join(", ", missing)
                        + " of this version of the table " + table.name()));
            }
            return new ReadContext(wanted);
        }

        @Override
        public RecordMaterializer<Object[]> prepareForRead(
                Configuration configuration, Map<String, String> metadata, MessageType schema, ReadContext context) {
            return new Rows(table);
        }

        @Override
        public RecordMaterializer<Object[]> prepareForRead(
                ParquetConfiguration configuration,
                Map<String, String> metadata,
                MessageType schema,
                ReadContext context) {
            return new Rows(table);
        }
    }

    private static final class Rows extends RecordMaterializer<Object[]> {
        private final RowConverter row;

        Rows(Table<?> table) {
            this.row = new RowConverter(table);
        }

        @Override
        public Object[] getCurrentRecord() {
            return row.values.clone();
        }

        @Override
        public GroupConverter getRootConverter() {
            return row;
        }
    }

    /** Collects the values of one row; a value that is not in the file stays null. */
    private static final class RowConverter extends GroupConverter {
        private final Object[] values;
        private final List<ValueConverter> converters = new ArrayList<>();

        RowConverter(Table<?> table) {
            this.values = new Object[table.columns().size()];
            for (int position = 0; position < values.length; position++) {
                converters.add(new ValueConverter(table.columns().get(position).type(), values, position));
            }
        }

        @Override
        public Converter getConverter(int position) {
            return converters.get(position);
        }

        @Override
        public void start() {
            Arrays.fill(values, null);
        }

        @Override
        public void end() {
            // The row is taken over by getCurrentRecord.
        }
    }

    private static final class ValueConverter extends PrimitiveConverter {
        private final ColumnType type;
        private final Object[] values;
        private final int position;

        ValueConverter(ColumnType type, Object[] values, int position) {
            this.type = type;
            this.values = values;
            this.position = position;
        }

        @Override
        public void addBinary(Binary value) {
            values[position] = value.toStringUsingUTF8();
        }

        @Override
        public void addInt(int value) {
            values[position] = type == ColumnType.DATE ? (Object) LocalDate.ofEpochDay(value) : (Object) value;
        }

        @Override
        public void addLong(long value) {
            values[position] = value;
        }

        @Override
        public void addDouble(double value) {
            values[position] = value;
        }

        @Override
        public void addBoolean(boolean value) {
            values[position] = value;
        }
    }
}
