package org.osteocohort.source.files;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.DirectCall;

/** A table's rows with the columns of its shape, in their kinds, whatever the files store them as. */
final class TableScan {
    private final SparkSession spark;
    private final java.nio.file.Path folder;
    private final Configuration configuration;
    private final TableShape shape;

    TableScan(SparkSession spark, java.nio.file.Path folder, Configuration configuration, TableShape shape) {
        this.spark = spark;
        this.folder = folder;
        this.configuration = configuration;
        this.shape = shape;
    }

    /** No row. */
    Dataset<Row> nothing() {
        StructType type = new StructType();
        for (TableColumn column : shape.columns()) {
            type = type.add(column.name(), column.kind().type());
        }
        return spark.createDataFrame(
                List.of(),
                type.add(ExtractTables.TABLE, DataTypes.StringType)
                        .add(ExtractTables.FILE, DataTypes.StringType)
                        .add(ExtractTables.LINE, DataTypes.LongType)
                        .add(ExtractTables.UNREADABLE, DataTypes.BooleanType)
                        .add(ExtractTables.FAULT, CanonicalRows.FAULT_TYPE)
                        .add(ExtractTables.USABLE, DataTypes.BooleanType));
    }

    /** The rows of a group's files, each with where it stands and what is wrong with it. */
    Dataset<Row> rows(FileGroup group) {
        Dataset<Row> stored = stored(group);
        Map<String, StructField> present = present(group);
        Column broken = group.parquet() ? lit(null).cast(DataTypes.StringType) : stored.col(TextScan.BROKEN);
        RowChecks checks = new RowChecks(shape, present, broken);
        List<Column> columns = values(present);
        columns.add(lit(shape.name()).as(ExtractTables.TABLE));
        columns.add((group.parquet()
                        ? DirectCall.of(new PathWithin(folder), stored.col("_metadata.file_path"))
                        : stored.col(ExtractTables.FILE))
                .as(ExtractTables.FILE));
        columns.add((group.parquet() ? stored.col("_metadata.row_index").plus(1) : stored.col(ExtractTables.LINE))
                .as(ExtractTables.LINE));
        columns.add(broken.isNotNull().as(ExtractTables.UNREADABLE));
        columns.add(checks.fault().as(ExtractTables.FAULT));
        columns.add(checks.usable().as(ExtractTables.USABLE));
        return stored.select(columns.toArray(Column[]::new));
    }

    /**
     * The shape's columns alone, to look something up in them.
     *
     * @throws DamagedFileException when the files are small, so that they are read at once, and one breaks off
     */
    LookupTable lookup(List<FileGroup> groups) {
        boolean small = SmallFiles.areSmall(groups) && groups.stream().allMatch(this::isReadableOnDriver);
        Dataset<Row> rows = groups.stream()
                .map(group -> (small ? onDriver(group) : stored(group))
                        .select(values(present(group)).toArray(Column[]::new)))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        return new LookupTable(rows, small);
    }

    private boolean isReadableOnDriver(FileGroup group) {
        return !group.parquet() || new SmallFiles(configuration, group.columns()).areReadable(group.files());
    }

    private Dataset<Row> onDriver(FileGroup group) {
        if (group.parquet()) {
            List<Row> rows = new SmallFiles(configuration, group.columns()).ofParquet(group.files());
            return spark.createDataFrame(rows, group.columns());
        }
        return new TextScan(spark, folder).readOnDriver(group, shape);
    }

    private Dataset<Row> stored(FileGroup group) {
        return group.parquet()
                ? spark.read().schema(group.columns()).parquet(group.escapedFiles())
                : new TextScan(spark, folder).read(group, shape);
    }

    /** The group's columns that are read, by name. */
    private Map<String, StructField> present(FileGroup group) {
        Map<String, StructField> present = new HashMap<>();
        for (StructField field : group.columns().fields()) {
            if (shape.reads(field.name())) {
                present.put(field.name(), field);
            }
        }
        return present;
    }

    private List<Column> values(Map<String, StructField> present) {
        List<Column> columns = new ArrayList<>();
        shape.columns().forEach(column -> columns.add(value(column, present).as(column.name())));
        return columns;
    }

    /** A column's value, taken from the first of its names that has one. */
    static Column value(TableColumn column, Map<String, StructField> present) {
        Column[] values = column.names().stream()
                .filter(present::containsKey)
                .map(name -> ColumnValues.of(col("`" + name + "`"), present.get(name), column.kind()))
                .toArray(Column[]::new);
        return switch (values.length) {
            case 0 -> ColumnValues.nothing(column.kind().type());
            case 1 -> values[0];
            default -> coalesce(values);
        };
    }
}
