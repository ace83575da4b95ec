package org.osteocohort.cache;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.osteocohort.source.SourceFile;

/**
 * In what the rows of a run are others than those of an earlier one; in {@link org.osteocohort.source.bundle.Bundles}.
 *
 * @param files that went, came or changed
 * @param gone the rows of these files as they were
 * @param added the rows of these files as they are
 * @param stayed the rows of all other files
 */
public record ChangedRows(Set<SourceFile> files, Dataset<Row> gone, Dataset<Row> added, Dataset<Row> stayed) {
    public ChangedRows {
        files = Set.copyOf(files);
    }
}
