package org.osteocohort.cache;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.publish.DurableFiles;
import org.osteocohort.publish.PublishingException;
import org.osteocohort.source.bundle.Bundles;
import org.osteocohort.source.files.FailedRead;
import org.osteocohort.source.files.SparkPath;

/** The rows of source files on disk, one entry a file. */
final class RowEntries {
    private static final String ENTRY = "entry";
    /** Of rows of a file that was not there when the fingerprints were taken; they are read once and not kept. */
    private static final int NO_ENTRY = -1;
    /** Several studies, or a code set that goes back and forth, may use one output in turn. */
    private static final Duration KEPT_UNUSED = Duration.ofDays(7);

    private final Path entries;
    private final Path staging;
    private final SparkSession spark;

    /**
     * The entries of a cache.
     *
     * @param cache its folder
     */
    RowEntries(Path cache, SparkSession spark) {
        this.entries = cache.resolve("rows");
        this.staging = cache.resolve(".rows");
        this.spark = spark;
    }

    /**
     * An entry that is still to be made.
     *
     * @param file its source file, as a path within the extract
     */
    record NewEntry(String site, String file, String key) {}

    /** Removes what a run that was killed has left. */
    void clear() throws IOException {
        DurableFiles.deleteTree(staging);
    }

    /** The entries that can be believed, by source file; each is read to its end for that. */
    Map<String, CacheEntry> trusted(Map<String, String> keysOfFiles) throws IOException {
        Map<String, CacheEntry> trusted = new HashMap<>();
        for (Map.Entry<String, String> file : keysOfFiles.entrySet()) {
            CacheEntry.trusted(entries.resolve(file.getValue())).ifPresent(entry -> trusted.put(file.getKey(), entry));
        }
        return trusted;
    }

    /**
     * Reads rows and writes them apart by their files, not as entries yet.
     *
     * @throws BadInputException when a file cannot be read
     */
    void write(Dataset<Row> rows, List<NewEntry> entriesOfRows) {
        HashMap<String, Integer> numbers = new HashMap<>();
        for (int number = 0; number < entriesOfRows.size(); number++) {
            NewEntry entry = entriesOfRows.get(number);
            numbers.put(entry.site() + "\n" + entry.file(), number);
        }
        UDF2<String, String, Integer> number = (site, file) -> numbers.getOrDefault(site + "\n" + file, NO_ENTRY);
        UserDefinedFunction entry = udf(number, DataTypes.IntegerType);
        try {
            rows.withColumn(ENTRY, entry.apply(col(Bundles.SITE), col(Bundles.FILE)))
                    .write()
                    .mode(SaveMode.Overwrite)
                    .partitionBy(ENTRY)
                    .parquet(staging.toString());
        } catch (Exception failure) {
            // Not only runtime exceptions: Spark throws checked ones that its signatures do not declare.
            FailedRead.in(failure).ifPresent(problem -> {
                throw new BadInputException(List.of(problem));
            });
            throw new PublishingException("cannot write to the cache " + entries, failure);
        }
    }

    /** Makes entries of what was written. */
    List<CacheEntry> seal(List<NewEntry> written) throws IOException {
        List<CacheEntry> sealed = new ArrayList<>();
        for (int number = 0; number < written.size(); number++) {
            Path rows = staging.resolve(ENTRY + "=" + number);
            Files.createDirectories(rows);
            sealed.add(CacheEntry.seal(rows, entries.resolve(written.get(number).key())));
        }
        return sealed;
    }

    /** Notes that a run used these, and removes those that no run used for a week. */
    void used(List<CacheEntry> used, Instant now) throws IOException {
        for (CacheEntry entry : used) {
            entry.used(now);
        }
        CacheEntry.prune(entries, now.minus(KEPT_UNUSED));
    }

    /** The rows of entries, and those that were written and are of none. */
    Dataset<Row> rows(List<CacheEntry> known) throws IOException {
        List<Path> files = new ArrayList<>();
        known.forEach(entry -> files.addAll(entry.files()));
        Path unkept = staging.resolve(ENTRY + "=" + NO_ENTRY);
        if (Files.exists(unkept)) {
            try (Stream<Path> parts = Files.list(unkept)) {
                files.addAll(parts.filter(file -> file.toString().endsWith(".parquet"))
                        .sorted()
                        .toList());
            }
        } else {
            clear();
        }
        if (files.isEmpty()) {
            return spark.createDataFrame(List.of(), Bundles.SCHEMA);
        }
        return spark.read()
                .schema(Bundles.SCHEMA)
                .parquet(files.stream()
                        .map(file -> SparkPath.escaped(new org.apache.hadoop.fs.Path(file.toUri())))
                        .toArray(String[]::new));
    }
}
