package org.osteocohort.cache;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
import org.osteocohort.source.SourceFile;
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

    /** The entries that can be believed, by source file; each is read to its end for that, on all cores. */
    Map<String, CacheEntry> trusted(Map<String, String> keysOfFiles) throws IOException {
        Map<String, CacheEntry> trusted = new ConcurrentHashMap<>();
        try {
            keysOfFiles.entrySet().parallelStream().forEach(file -> put(file.getKey(), file.getValue(), trusted));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return trusted;
    }

    private void put(String file, String key, Map<String, CacheEntry> trusted) {
        try {
            trusted(key).ifPresent(entry -> trusted.put(file, entry));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The entry of this key, when there is one that can be believed. */
    Optional<CacheEntry> trusted(String key) throws IOException {
        return CacheEntry.trusted(entries.resolve(key));
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
    Map<SourceFile, CacheEntry> seal(List<NewEntry> written) throws IOException {
        Map<SourceFile, CacheEntry> sealed = new HashMap<>();
        for (int number = 0; number < written.size(); number++) {
            NewEntry entry = written.get(number);
            Path rows = staging.resolve(ENTRY + "=" + number);
            Files.createDirectories(rows);
            sealed.put(new SourceFile(entry.site(), entry.file()), CacheEntry.seal(rows, entries.resolve(entry.key())));
        }
        if (unkept().isEmpty()) {
            clear();
        }
        return sealed;
    }

    /** Notes that a run used these, and removes those that no run used for a week. */
    void used(Collection<CacheEntry> used, Instant now) throws IOException {
        for (CacheEntry entry : used) {
            entry.used(now);
        }
        CacheEntry.prune(entries, now.minus(KEPT_UNUSED));
    }

    /** Notes that these may be asked for again; of those that are not there any more nothing is noted. */
    void spare(Collection<String> keys, Instant now) throws IOException {
        for (String key : keys) {
            CacheEntry.used(entries.resolve(key), now);
        }
    }

    /** The files with rows that were written and are of no entry. */
    List<Path> unkept() throws IOException {
        Path unkept = staging.resolve(ENTRY + "=" + NO_ENTRY);
        if (Files.notExists(unkept)) {
            return List.of();
        }
        try (Stream<Path> parts = Files.list(unkept)) {
            return parts.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    /** The rows of entries and of further files. */
    Dataset<Row> rows(Collection<CacheEntry> known, List<Path> further) {
        List<Path> files = new ArrayList<>();
        known.forEach(entry -> files.addAll(entry.files()));
        files.addAll(further);
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
