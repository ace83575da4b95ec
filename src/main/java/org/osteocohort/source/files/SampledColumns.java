package org.osteocohort.source.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * The first values of the columns of a file that may tell who somebody is, read on the driver.
 *
 * @param values by column, those that are not empty
 */
record SampledColumns(Map<String, List<String>> values) {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int JULIAN_DAY_OF_1970 = 2_440_588;
    private static final int BYTES_OF_THE_TIME = 8;

    SampledColumns {
        values = Map.copyOf(values);
    }

    /** Of a text file: all columns. */
    static SampledColumns ofText(Path file, FileGroup group, List<String> columns, int rows) {
        int[] targets = new int[columns.size()];
        Arrays.setAll(targets, column -> column);
        Map<String, List<String>> values = new TreeMap<>();
        columns.forEach(name -> values.put(name, new ArrayList<>()));
        String path = file.toUri().getPath();
        TextPart part = new TextPart(path, path, 0, Long.MAX_VALUE, 0);
        TextCells cells = new TextCells(group.delimiter(), group.quoted(), targets, targets.length);
        try (TextLines lines = new TextLines(part)) {
            for (int row = 0; row <= rows && lines.next(); row++) {
                if (row > 0 && cells.split(lines.line(), lines.length()).isEmpty()) {
                    for (int column = 0; column < targets.length; column++) {
                        add(values.get(columns.get(column)), cells.cells()[column]);
                    }
                }
            }
        }
        return new SampledColumns(values);
    }

    private static void add(List<String> values, String value) {
        if (value != null && !value.isBlank()) {
            values.add(value.strip());
        }
    }

    /**
     * Of a Parquet file: texts.
     *
     * @param dates whether dates are taken too, and times as days
     * @param numbers the columns to take though they hold numbers
     * @throws IOException when it cannot be read
     */
    static SampledColumns ofParquet(
            Path file, Configuration configuration, boolean dates, Predicate<String> numbers, int rows)
            throws IOException {
        MessageType schema = ParquetFooter.read(file, configuration);
        List<Type> asked = schema.getFields().stream()
                .filter(Type::isPrimitive)
                .filter(field ->
                        isText(field) || dates && (isDate(field) || isTime(field)) || numbers.test(field.getName()))
                .toList();
        Map<String, List<String>> values = new TreeMap<>();
        asked.forEach(field -> values.put(field.getName().toLowerCase(Locale.ROOT), new ArrayList<>()));
        if (asked.isEmpty()) {
            return new SampledColumns(values);
        }
        Configuration projected = new Configuration(configuration);
        projected.set(ReadSupport.PARQUET_READ_SCHEMA, new MessageType(schema.getName(), asked).toString());
        try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), file)
                .withConf(projected)
                .build()) {
            Group row = reader.read();
            for (int count = 0; count < rows && row != null; count++, row = reader.read()) {
                for (Type field : asked) {
                    if (row.getFieldRepetitionCount(field.getName()) > 0) {
                        add(values.get(field.getName().toLowerCase(Locale.ROOT)), value(row, field));
                    }
                }
            }
        } catch (RuntimeException damaged) {
            // The library's messages describe the bytes.
            throw new IOException("damaged");
        }
        return new SampledColumns(values);
    }

    private static PrimitiveTypeName stored(Type field) {
        return field.asPrimitiveType().getPrimitiveTypeName();
    }

    private static boolean isText(Type field) {
        return stored(field) == PrimitiveTypeName.BINARY;
    }

    private static boolean isDate(Type field) {
        return field.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation;
    }

    private static boolean isTime(Type field) {
        return stored(field) == PrimitiveTypeName.INT96
                || field.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation;
    }

    private static String value(Group row, Type field) {
        String name = field.getName();
        if (isDate(field)) {
            return LocalDate.ofEpochDay(row.getInteger(name, 0)).toString();
        }
        if (stored(field) == PrimitiveTypeName.INT96) {
            ByteBuffer bytes = row.getInt96(name, 0).toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            int day = bytes.getInt(bytes.position() + BYTES_OF_THE_TIME);
            return LocalDate.ofEpochDay(day - JULIAN_DAY_OF_1970).toString();
        }
        if (field.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation time) {
            long unitsOfASecond = switch (time.getUnit()) {
                case MILLIS -> 1_000L;
                case MICROS -> 1_000_000L;
                case NANOS -> 1_000_000_000L;
            };
            return LocalDate.ofEpochDay(Math.floorDiv(row.getLong(name, 0), unitsOfASecond * SECONDS_PER_DAY))
                    .toString();
        }
        return row.getValueToString(row.getType().getFieldIndex(name), 0);
    }
}
