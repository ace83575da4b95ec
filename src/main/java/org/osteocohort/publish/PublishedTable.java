package org.osteocohort.publish;

import java.util.Objects;

/**
 * A table that a run must hold.
 *
 * @param path below the run folder, with slashes: one Parquet file, or a folder of Parquet files
 * @param rows that were written to it
 */
public record PublishedTable(String path, long rows) {
    public PublishedTable {
        Objects.requireNonNull(path, "path");
    }

    boolean holds(String file) {
        return file.equals(path) || file.startsWith(path + "/");
    }
}
