package org.osteocohort.source.files;

import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * The files of one table, all of one form, in the order of their names.
 *
 * @param parquet else delimited text
 */
record TableFiles(boolean parquet, List<Path> files) {
    TableFiles {
        files = List.copyOf(files);
    }
}
