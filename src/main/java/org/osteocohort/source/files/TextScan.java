package org.osteocohort.source.files;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Delimited text files as a dataset of texts. Not Spark's own reader: that one holds a line of any length in memory,
 * takes a row of too few cells for a good one, and knows no line numbers.
 */
final class TextScan {
    /** What is wrong with the line as a whole, as the label of a rule; null when nothing. */
    static final String BROKEN = "#broken";

    private final SparkSession spark;
    private final TextParts parts;

    TextScan(SparkSession spark, java.nio.file.Path folder) {
        this.spark = spark;
        this.parts = new TextParts(JavaSparkContext.fromSparkContext(spark.sparkContext()), folder);
    }

    /** The group's columns that somebody reads, with {@link ExtractTables#FILE} and {@link ExtractTables#LINE}. */
    Dataset<Row> read(FileGroup group, TableShape shape) {
        AskedCells asked = AskedCells.of(group, shape);
        JavaRDD<Row> rows = parts.bundled(group.files()).flatMap(bundle -> new InTurn<>(bundle, asked::rows));
        return spark.createDataFrame(rows, asked.schema());
    }

    /** The same rows, read here and now. */
    Dataset<Row> readOnDriver(FileGroup group, TableShape shape) {
        AskedCells asked = AskedCells.of(group, shape);
        List<Row> rows = new ArrayList<>();
        new InTurn<>(parts.of(group.files()), asked::rows).forEachRemaining(rows::add);
        return spark.createDataFrame(rows, asked.schema());
    }

    /**
     * How the lines of a group's files become rows.
     *
     * @param targets see {@link TextCells}
     */
    private record AskedCells(char delimiter, boolean quoted, int[] targets, StructType schema)
            implements Serializable {
        static AskedCells of(FileGroup group, TableShape shape) {
            StructField[] fields = group.columns().fields();
            int[] targets = new int[fields.length];
            StructType read = new StructType();
            for (int column = 0; column < fields.length; column++) {
                boolean asked = shape.reads(fields[column].name());
                targets[column] = asked ? read.size() : -1;
                read = asked ? read.add(fields[column]) : read;
            }
            StructType schema = read.add(ExtractTables.FILE, DataTypes.StringType)
                    .add(ExtractTables.LINE, DataTypes.LongType)
                    .add(BROKEN, DataTypes.StringType);
            return new AskedCells(group.delimiter(), group.quoted(), targets, schema);
        }

        Iterator<Row> rows(TextPart part) {
            TextCells cells = new TextCells(delimiter, quoted, targets, schema.size() - TextRows.EXTRA);
            return new TextRows(part, cells, delimiter);
        }
    }
}
