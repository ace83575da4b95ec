package org.osteocohort.source.files;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * The first values of some columns of a file, read on the driver.
 *
 * @param values by column, those that are not empty
 */
record SampledColumns(Map<String, List<String>> values) {
    SampledColumns {
        values = Map.copyOf(values);
    }

    static SampledColumns ofText(Path file, FileGroup group, List<String> columns, int rows) {
        String[] names = group.columns().fieldNames();
        int[] targets = new int[names.length];
        List<String> asked = new ArrayList<>();
        for (int column = 0; column < names.length; column++) {
            targets[column] = columns.contains(names[column]) ? asked.size() : -1;
            if (targets[column] >= 0) {
                asked.add(names[column]);
            }
        }
        Map<String, List<String>> values = new TreeMap<>();
        asked.forEach(name -> values.put(name, new ArrayList<>()));
        String path = file.toUri().getPath();
        TextPart part = new TextPart(path, path, 0, Long.MAX_VALUE, 0);
        TextCells cells = new TextCells(group.delimiter(), group.quoted(), targets, asked.size());
        try (TextLines lines = new TextLines(part)) {
            for (int row = 0; row <= rows && lines.next(); row++) {
                if (row > 0 && cells.split(lines.line(), lines.length()).isEmpty()) {
                    for (int column = 0; column < asked.size(); column++) {
                        add(values.get(asked.get(column)), cells.cells()[column]);
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
     * Of a Parquet file: texts, and dates as days.
     *
     * @throws IOException when it cannot be read
     */
    static SampledColumns ofParquet(Path file, Configuration configuration, List<String> columns, int rows)
            throws IOException {
        MessageType schema = ParquetFooter.read(file, configuration);
        List<Type> asked = schema.getFields().stream()
                .filter(field -> columns.contains(field.getName().toLowerCase(Locale.ROOT)))
                .filter(field -> isText(field) || isDate(field))
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
                    add(values.get(field.getName().toLowerCase(Locale.ROOT)), value(row, field));
                }
            }
        } catch (RuntimeException damaged) {
            // The library's messages describe the bytes.
            throw new IOException("damaged");
        }
        return new SampledColumns(values);
    }

    private static boolean isText(Type field) {
        return field.isPrimitive() && field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    }

    private static boolean isDate(Type field) {
        return field.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation;
    }

    private static String value(Group row, Type field) {
        if (row.getFieldRepetitionCount(field.getName()) == 0) {
            return null;
        }
        return isDate(field)
                ? LocalDate.ofEpochDay(row.getInteger(field.getName(), 0)).toString()
                : row.getString(field.getName(), 0);
    }
}
