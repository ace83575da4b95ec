package org.osteocohort.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.osteocohort.table.Column;
import org.osteocohort.table.Table;

/**
 * Writes the rows of one table to one local Parquet file. Snappy, since every reader knows it. Streams: memory does not
 * grow with the number of rows.
 *
 * @param <R> the row
 */
public final class ParquetTableWriter<R extends Record> implements AutoCloseable {
    private final ParquetWriter<Object[]> writer;
    private final Table<R> table;
    private final Path file;

    /**
     * Opens a new file.
     *
     * @param metadata key-value pairs for the file's footer, beside those that describe the table and its columns
     * @throws IOException when the file exists or cannot be made
     */
    public ParquetTableWriter(Path file, Table<R> table, Map<String, String> metadata) throws IOException {
        this.table = table;
        this.file = file;
        this.writer = new Builder(new LocalOutputFile(file), table, metadata)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build();
    }

    /** Writes all rows to a new file. */
    public static <R extends Record> void write(
            Path file, Table<R> table, Iterable<R> rows, Map<String, String> metadata) throws IOException {
        try (ParquetTableWriter<R> writer = new ParquetTableWriter<>(file, table, metadata)) {
            for (R row : rows) {
                writer.write(row);
            }
        }
    }

    public void write(R row) throws IOException {
        writeValues(table.values(row));
    }

    /** Writes a row that {@link ParquetTableReader#nextValues} gave. */
    public void writeValues(Object[] values) throws IOException {
        writer.write(values);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        SettledFooter.settle(file);
    }

    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        private final Table<?> table;
        private final Map<String, String> metadata;

        Builder(OutputFile file, Table<?> table, Map<String, String> metadata) {
            super(file);
            this.table = table;
            this.metadata = Map.copyOf(metadata);
            withConf(new PlainParquetConfiguration());
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
            return new RowSupport(table, metadata);
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new RowSupport(table, metadata);
        }
    }

    /** Hands the values of a row to Parquet column by column; a null value is simply not written. */
    private static final class RowSupport extends WriteSupport<Object[]> {
        private final Table<?> table;
        private final Map<String, String> metadata;
        private final List<WrittenWords> words;
        private RecordConsumer consumer;

        RowSupport(Table<?> table, Map<String, String> metadata) {
            this.table = table;
            this.words =
                    table.columns().stream().map(column -> new WrittenWords()).toList();
            this.metadata = metadata;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            Map<String, String> pairs = new HashMap<>(metadata);
            pairs.putAll(FooterDescription.of(table));
            return new WriteContext(TableSchema.of(table), pairs);
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return init((Configuration) null);
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            this.consumer = recordConsumer;
        }

        @Override
        public void write(Object[] values) {
            List<Column> columns = table.columns();
            consumer.startMessage();
            for (int position = 0; position < values.length; position++) {
                if (values[position] != null) {
                    consumer.startField(columns.get(position).name(), position);
                    writeValue(position, values[position]);
                    consumer.endField(columns.get(position).name(), position);
                }
            }
            consumer.endMessage();
        }

        private void writeValue(int position, Object value) {
            switch (table.columns().get(position).type()) {
                case TEXT -> consumer.addBinary(words.get(position).of((String) value));
                case INTEGER -> consumer.addInteger((Integer) value);
                case LONG -> consumer.addLong((Long) value);
                case DOUBLE -> consumer.addDouble((Double) value);
                case BOOLEAN -> consumer.addBoolean((Boolean) value);
                case DATE -> consumer.addInteger((int) ((LocalDate) value).toEpochDay());
            }
        }
    }
}
