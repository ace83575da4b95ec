package org.osteocohort.source.files;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * Files of one table that one scan can read: they agree in the columns, their order and their types.
 *
 * @param columns for text every column of the file in order, for Parquet only those to read; names in lower case
 * @param delimiter for text; ignored for Parquet
 * @param quoted whether quotation marks quote; ignored for Parquet
 * @param underlined whether a line of dashes stands under the header; ignored for Parquet
 * @param paths escaped for Spark, which would expand wildcards in them
 */
record FileGroup(
        boolean parquet, StructType columns, char delimiter, boolean quoted, boolean underlined, List<String> paths) {
    FileGroup {
        paths = List.copyOf(paths);
    }

    /** The same form with these files. */
    FileGroup of(List<String> files) {
        return new FileGroup(parquet, columns, delimiter, quoted, underlined, files);
    }
}
