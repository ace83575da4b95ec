package org.osteocohort.source.files;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

    /** Uncompressed files are divided, so that all cores read a large one. */
    private static final long BYTES_OF_A_PART = 32L << 20;

    private static final int BUFFER = 1 << 16;

    private final JavaSparkContext context;
    private final SparkSession spark;
    private final String folder;

    TextScan(SparkSession spark, java.nio.file.Path folder) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.folder = folder.toUri().getPath();
    }

    /** The group's columns that somebody reads, with {@link ExtractTables#FILE} and {@link ExtractTables#LINE}. */
    Dataset<Row> read(FileGroup group, TableShape shape) {
        AskedCells asked = AskedCells.of(group, shape);
        List<List<TextPart>> bundles = bundles(parts(group.files()));
        JavaRDD<Row> rows = context.parallelize(bundles, Math.max(1, bundles.size()))
                .flatMap(bundle -> bundle.stream().flatMap(asked::rows).iterator());
        return spark.createDataFrame(rows, asked.schema());
    }

    /** The same rows, read here and now. */
    Dataset<Row> readOnDriver(FileGroup group, TableShape shape) {
        AskedCells asked = AskedCells.of(group, shape);
        List<Row> rows = parts(group.files()).stream().flatMap(asked::rows).toList();
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

        Stream<Row> rows(TextPart part) {
            TextCells cells = new TextCells(delimiter, quoted, targets, schema.size() - TextRows.EXTRA);
            Iterable<Row> ofPart = () -> new TextRows(part, cells, delimiter);
            return StreamSupport.stream(ofPart.spliterator(), false);
        }
    }

    private List<TextPart> parts(List<String> files) {
        List<TextPart> parts = new ArrayList<>();
        for (String file : files) {
            String name = file.startsWith(folder) ? file.substring(folder.length()) : file;
            long bytes = new java.io.File(file).length();
            if (file.endsWith(".gz") || bytes <= BYTES_OF_A_PART) {
                parts.add(new TextPart(file, name, 0, Long.MAX_VALUE, 0));
            } else {
                parts.addAll(divided(file, name, bytes));
            }
        }
        return parts;
    }

    /** A large file is looked at once before, since the number of a line depends on all lines before it. */
    private List<TextPart> divided(String file, String name, long bytes) {
        List<TextPart> parts = new ArrayList<>();
        for (long start = 0; start < bytes; start += BYTES_OF_A_PART) {
            parts.add(new TextPart(file, name, start, Math.min(bytes, start + BYTES_OF_A_PART), 0));
        }
        List<Long> lineEnds =
                context.parallelize(parts, parts.size()).map(TextScan::lineEnds).collect();
        long before = 0;
        for (int index = 0; index < parts.size(); index++) {
            TextPart part = parts.get(index);
            parts.set(index, new TextPart(file, name, part.start(), part.end(), before));
            before += lineEnds.get(index);
        }
        return parts;
    }

    private static long lineEnds(TextPart part) {
        byte[] buffer = new byte[BUFFER];
        long ends = 0;
        try (InputStream bytes = new FileInputStream(part.file())) {
            bytes.skipNBytes(part.start());
            long left = part.end() - part.start();
            for (int read = bytes.read(buffer); read > 0 && left > 0; read = bytes.read(buffer)) {
                for (int index = 0; index < Math.min(read, left); index++) {
                    ends += buffer[index] == '\n' ? 1 : 0;
                }
                left -= read;
            }
            return ends;
        } catch (IOException failure) {
            throw new DamagedFileException(part.file(), FailedRead.UNREADABLE);
        }
    }

    /** Small files share a task. */
    private static List<List<TextPart>> bundles(List<TextPart> parts) {
        List<List<TextPart>> bundles = new ArrayList<>();
        List<TextPart> bundle = new ArrayList<>();
        long bytes = 0;
        for (TextPart part : parts) {
            long size = Math.min(part.end(), new java.io.File(part.file()).length()) - part.start();
            if (!bundle.isEmpty() && bytes + size > BYTES_OF_A_PART) {
                bundles.add(bundle);
                bundle = new ArrayList<>();
                bytes = 0;
            }
            bundle.add(part);
            bytes += size;
        }
        bundles.add(bundle);
        return bundles;
    }
}
