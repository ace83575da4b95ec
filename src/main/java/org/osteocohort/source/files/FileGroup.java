package org.osteocohort.source.files;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.StructType;

/**
 * Files of one table that one scan can read: they agree in the columns, their order and their types.
 *
 * @param columns for text every column of the file in order, for Parquet only those to read; names in lower case
 * @param delimiter for text; ignored for Parquet
 * @param quoted whether quotation marks quote; ignored for Parquet
 * @param files absolute paths
 */
record FileGroup(boolean parquet, StructType columns, char delimiter, boolean quoted, List<String> files) {
    FileGroup {
        files = List.copyOf(files);
    }

    /** For Spark, which would expand wildcards in paths; a backslash before each keeps it a plain character. */
    String[] escapedFiles() {
        return files.stream().map(file -> SparkPath.escaped(new Path(file))).toArray(String[]::new);
    }

    /** The same form with these files. */
    FileGroup of(List<String> files) {
        return new FileGroup(parquet, columns, delimiter, quoted, files);
    }
}
