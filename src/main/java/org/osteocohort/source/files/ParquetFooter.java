package org.osteocohort.source.files;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a Parquet file, from its footer. Reading it on the driver finds a cut-off file before Spark starts on
 * it, and saves the job in which Spark would read the footers itself.
 */
final class ParquetFooter {
    /** Set on a column of nanoseconds since 1970, which Spark reads as plain numbers. */
    static final String NANOSECONDS = "nanoseconds";

    private ParquetFooter() {}

    static MessageType read(Path file, Configuration configuration) throws IOException {
        // Left to itself, the library reads Hadoop's own settings anew for each file.
        ParquetReadOptions options = HadoopReadOptions.builder(configuration).build();
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration), options)) {
            return reader.getFooter().getFileMetaData().getSchema();
        } catch (RuntimeException broken) {
            // The library reports a broken footer as a runtime exception that describes the bytes.
            throw new IOException("not a complete Parquet file");
        }
    }

    /** The column as Spark is to read it, under its name in lower case; empty for a type that no column has. */
    static Optional<StructField> field(Type column) {
        if (!column.isPrimitive()) {
            return Optional.empty();
        }
        PrimitiveType primitive = column.asPrimitiveType();
        boolean nanoseconds = primitive.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation timestamp
                && timestamp.getUnit() == TimeUnit.NANOS;
        MetadataBuilder metadata = new MetadataBuilder();
        if (nanoseconds) {
            metadata.putBoolean(NANOSECONDS, true);
        }
        return type(primitive)
                .map(type -> new StructField(column.getName().toLowerCase(Locale.ROOT), type, true, metadata.build()));
    }

    static StructType fields(Iterable<StructField> fields) {
        StructType type = new StructType();
        for (StructField field : fields) {
            type = type.add(field);
        }
        return type;
    }

    private static Optional<DataType> type(PrimitiveType column) {
        LogicalTypeAnnotation meaning = column.getLogicalTypeAnnotation();
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return Optional.of(DataTypes.createDecimalType(decimal.getPrecision(), decimal.getScale()));
        }
        return switch (column.getPrimitiveTypeName()) {
            case BOOLEAN -> Optional.of(DataTypes.BooleanType);
            case FLOAT -> Optional.of(DataTypes.FloatType);
            case DOUBLE -> Optional.of(DataTypes.DoubleType);
            case BINARY -> Optional.of(DataTypes.StringType);
            case INT96 -> Optional.of(DataTypes.TimestampType);
            case INT32 -> Optional.of(int32(meaning));
            case INT64 -> Optional.of(int64(meaning));
            case FIXED_LEN_BYTE_ARRAY -> Optional.empty();
        };
    }

    private static DataType int32(LogicalTypeAnnotation meaning) {
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return DataTypes.DateType;
        }
        boolean unsigned = meaning instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
        return unsigned ? DataTypes.LongType : DataTypes.IntegerType;
    }

    private static DataType int64(LogicalTypeAnnotation meaning) {
        if (meaning instanceof TimestampLogicalTypeAnnotation timestamp && timestamp.getUnit() != TimeUnit.NANOS) {
            return timestamp.isAdjustedToUTC() ? DataTypes.TimestampType : DataTypes.TimestampNTZType;
        }
        return DataTypes.LongType;
    }
}
