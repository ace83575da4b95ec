package org.osteocohort.source.files;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Files that are read faster on the driver than by a Spark job. Of Parquet only plain numbers and texts are read here;
 * files with anything else are left to Spark, as if they were large.
 */
final class SmallFiles {
    /** On disk, all files of a table together: half a second of reading at most. */
    private static final long MOST_BYTES = 4L << 20;

    private final Configuration configuration;
    private final StructType columns;

    SmallFiles(Configuration configuration, StructType columns) {
        this.configuration = configuration;
        this.columns = columns;
    }

    static boolean areSmall(List<FileGroup> groups) {
        return groups.stream()
                        .flatMap(group -> group.files().stream())
                        .mapToLong(file -> new File(file).length())
                        .sum()
                <= MOST_BYTES;
    }

    /** Whether every asked column of the Parquet files is stored in one of the ways that are read here. */
    boolean areReadable(List<String> files) {
        return files.stream().allMatch(file -> asked(file).getFields().stream().allMatch(SmallFiles::isPlain));
    }

    private static boolean isPlain(Type column) {
        if (!column.isPrimitive() || column.isRepetition(Type.Repetition.REPEATED)) {
            return false;
        }
        PrimitiveType primitive = column.asPrimitiveType();
        LogicalTypeAnnotation meaning = primitive.getLogicalTypeAnnotation();
        PrimitiveTypeName stored = primitive.getPrimitiveTypeName();
        return stored == PrimitiveTypeName.BINARY
                ? meaning == null || meaning instanceof StringLogicalTypeAnnotation
                : meaning == null && (stored == PrimitiveTypeName.INT32 || stored == PrimitiveTypeName.INT64);
    }

    private MessageType asked(String file) {
        MessageType stored = footer(file);
        List<Type> asked = new ArrayList<>();
        for (String column : columns.fieldNames()) {
            stored.getFields().stream()
                    .filter(field -> field.getName().toLowerCase(Locale.ROOT).equals(column))
                    .forEach(asked::add);
        }
        return new MessageType(stored.getName(), asked);
    }

    private MessageType footer(String file) {
        try {
            return ParquetFooter.read(new Path(new File(file).toURI()), configuration);
        } catch (IOException unreadable) {
            throw new DamagedFileException(file, FailedRead.UNREADABLE);
        }
    }

    /**
     * The rows of Parquet files with the columns of these files.
     *
     * @throws DamagedFileException when one cannot be read to its end
     */
    List<Row> ofParquet(List<String> files) {
        List<Row> rows = new ArrayList<>();
        for (String file : files) {
            MessageType asked = asked(file);
            Configuration projected = new Configuration(configuration);
            projected.set(ReadSupport.PARQUET_READ_SCHEMA, asked.toString());
            try (ParquetReader<Group> reader = ParquetReader.builder(
                            new GroupReadSupport(), new Path(new File(file).toURI()))
                    .withConf(projected)
                    .build()) {
                for (Group row = reader.read(); row != null; row = reader.read()) {
                    rows.add(row(row, asked));
                }
            } catch (IOException | RuntimeException damaged) {
                // The library's messages describe the bytes.
                throw new DamagedFileException(file, FailedRead.BROKEN_OFF);
            }
        }
        return rows;
    }

    private static Row row(Group group, MessageType asked) {
        Object[] values = new Object[asked.getFieldCount()];
        for (int column = 0; column < values.length; column++) {
            if (group.getFieldRepetitionCount(column) > 0) {
                values[column] = switch (asked.getType(column).asPrimitiveType().getPrimitiveTypeName()) {
                    case INT32 -> group.getInteger(column, 0);
                    case INT64 -> group.getLong(column, 0);
                    default -> group.getString(column, 0);
                };
            }
        }
        return RowFactory.create(values);
    }
}
