package org.osteocohort.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
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
 * Asks for the columns of the table by name; a file that lacks one was written by another version. A column may say that
 * files of an earlier version lack it; then it is null.
 */
final class RowReadSupport extends ReadSupport<Object[]> {
    private final String file;
    private final Table<?> table;

    RowReadSupport(String file, Table<?> table) {
        this.file = file;
        this.table = table;
    }

    @Override
    public ReadContext init(InitContext context) {
        MessageType wanted = TableSchema.of(table);
        MessageType given = context.getFileSchema();
        List<String> missing = table.columns().stream()
                .filter(column -> column.since().isEmpty() || given.containsField(column.name()))
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
            ParquetConfiguration configuration, Map<String, String> metadata, MessageType schema, ReadContext context) {
        return new Rows(table);
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
        private String[] texts = {};

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
        public boolean hasDictionarySupport() {
            return type == ColumnType.TEXT;
        }

        /** A text that many rows hold is made once. */
        @Override
        public void setDictionary(Dictionary dictionary) {
            texts = new String[dictionary.getMaxId() + 1];
            for (int id = 0; id < texts.length; id++) {
                texts[id] = dictionary.decodeToBinary(id).toStringUsingUTF8();
            }
        }

        @Override
        public void addValueFromDictionary(int id) {
            values[position] = texts[id];
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
