package org.osteocohort.source.files;

import org.apache.hadoop.fs.Path;

/** A path as Spark takes it. */
public final class SparkPath {
    private SparkPath() {}

    /** Spark expands wildcards in paths; a backslash before each keeps it a plain character. */
    public static String escaped(Path file) {
        return file.toString().replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
    }
}
