package org.osteocohort.assess;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.source.SourceFile;

/**
 * Children who were assessed before, and what has changed since; bundles are in the shape of {@link
 * org.osteocohort.source.bundle.Bundles#SCHEMA}.
 *
 * @param tally of all children as they were
 * @param files the folder of the task attempts that wrote their restricted rows
 * @param changed the files of the extracts that went, came or changed
 * @param gone the bundles of those files as they were
 * @param added the bundles of those files as they are
 * @param stayed the bundles of all other files
 */
public record Change(
        Tally tally,
        String files,
        Set<SourceFile> changed,
        Dataset<Row> gone,
        Dataset<Row> added,
        Dataset<Row> stayed) {
    public Change {
        changed = Set.copyOf(changed);
    }
}
