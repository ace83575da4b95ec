package org.osteocohort.cache;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.job.Extract;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.ExtractSource;

/**
 * The files of an extract, of some of which the rows are known.
 *
 * @param known by path within the extract
 */
record ExtractRows(Extract extract, ExtractSource source, SourceFileKeys keys, Map<String, CacheEntry> known) {
    ExtractRows {
        known = Map.copyOf(known);
    }

    /** The entries of the files whose rows are not known. */
    List<RowEntries.NewEntry> unknown() {
        return keys.keys().entrySet().stream()
                .filter(file -> !known.containsKey(file.getKey()))
                .map(file -> new RowEntries.NewEntry(extract.site(), file.getKey(), file.getValue()))
                .toList();
    }

    /** The files that have to be opened: those whose rows are not known, and with them those that are read with any. */
    Set<Path> opened() {
        return files().stream().map(extract.path()::resolve).collect(Collectors.toSet());
    }

    private Set<String> files() {
        Set<String> files = new TreeSet<>(keys.keys().keySet());
        files.removeAll(known.keySet());
        if (!files.isEmpty()) {
            files.addAll(keys.shared());
        }
        return files;
    }

    /**
     * The rows that are not known.
     *
     * @throws org.osteocohort.problem.BadInputException when they cannot be read
     */
    Dataset<Row> read(SparkSession spark) {
        Set<String> chosen = files();
        // Also files that were not there when the fingerprints were taken.
        Dataset<Row> rows = source.read(spark, file -> !known.containsKey(file) || chosen.contains(file));
        Object[] twice = keys.shared().stream().filter(known::containsKey).toArray();
        return twice.length == 0
                ? rows
                : rows.filter(not(col(CanonicalRows.ORIGIN).getField("file").isin(twice)));
    }
}
