package org.osteocohort.cache;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.fingerprint.InputFiles;
import org.osteocohort.job.Extract;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.publish.PublishingException;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.ExtractSource;
import org.osteocohort.source.Extracts;
import org.osteocohort.source.files.FailedRead;
import org.osteocohort.source.files.SparkPath;

/**
 * The canonical rows of source files, one entry a file. Files whose entry is there are not opened; all others are read in
 * one scan, and their entries written, from which then all rows are read.
 */
final class RowCache {
    private static final String ENTRY = "entry";
    /** Of rows of a file that was not there when the fingerprints were taken; they are read once and not kept. */
    private static final int NO_ENTRY = -1;
    /** Several studies, or a code set that goes back and forth, may use one output in turn. */
    private static final Duration KEPT_UNUSED = Duration.ofDays(7);

    private final Path entries;
    private final Path staging;
    private final String engine;
    private final SparkSession spark;

    /**
     * A cache.
     *
     * @param folder of the cache as a whole
     * @param engine a digest of what makes the rows
     */
    RowCache(Path folder, String engine, SparkSession spark) {
        this.entries = folder.resolve("rows");
        this.staging = folder.resolve(".rows");
        this.engine = engine;
        this.spark = spark;
    }

    /** A source file that has to be read. */
    private record Missing(String site, String file, Path entry) {}

    /**
     * The rows of all extracts.
     *
     * @param inputs the fingerprints of each folder
     * @param requireUnchanged refuses files that changed since their fingerprints were taken
     * @throws BadInputException with the problems of all extracts together
     */
    Dataset<Row> read(
            List<Extract> extracts,
            CodeSets codeSets,
            Function<Path, InputFiles> inputs,
            Runnable requireUnchanged,
            Instant now)
            throws IOException {
        CacheEntry.delete(staging);
        List<CacheEntry> known = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Dataset<Row> fresh = null;
        for (Extract extract : extracts) {
            ExtractSource source = Extracts.source(extract, codeSets);
            SourceFileKeys keys = SourceFileKeys.of(
                    extract,
                    source,
                    codeSets,
                    engine,
                    inputs,
                    spark.sparkContext().hadoopConfiguration());
            Map<String, CacheEntry> hits = hits(keys.keys());
            known.addAll(hits.values());
            keys.keys().forEach((file, key) -> {
                if (!hits.containsKey(file)) {
                    missing.add(new Missing(extract.site(), file, entries.resolve(key)));
                }
            });
            try {
                Dataset<Row> rows = read(source, keys, hits.keySet());
                fresh = fresh == null ? rows : fresh.unionAll(rows);
            } catch (BadInputException exception) {
                problems.addAll(exception.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
        if (!missing.isEmpty()) {
            write(fresh, missing);
            // Before anything is kept: an entry must be of the content that its key tells.
            requireUnchanged.run();
            known.addAll(seal(missing));
        }
        for (CacheEntry entry : known) {
            entry.used(now);
        }
        CacheEntry.prune(entries, now.minus(KEPT_UNUSED));
        return rows(known);
    }

    /** The entries that can be believed, by source file; each is read to its end for that. */
    private Map<String, CacheEntry> hits(Map<String, String> keys) throws IOException {
        Map<String, CacheEntry> hits = new HashMap<>();
        for (Map.Entry<String, String> file : keys.entrySet()) {
            CacheEntry.trusted(entries.resolve(file.getValue())).ifPresent(entry -> hits.put(file.getKey(), entry));
        }
        return hits;
    }

    /** The rows of all files but the known ones. */
    private Dataset<Row> read(ExtractSource source, SourceFileKeys keys, Set<String> known) {
        boolean anything = !known.containsAll(keys.keys().keySet());
        Dataset<Row> rows = source.read(
                spark,
                file -> !known.contains(file) || (anything && keys.shared().contains(file)));
        Object[] twice = keys.shared().stream().filter(known::contains).toArray();
        return twice.length == 0
                ? rows
                : rows.filter(not(col(CanonicalRows.ORIGIN).getField("file").isin(twice)));
    }

    private void write(Dataset<Row> fresh, List<Missing> missing) throws IOException {
        HashMap<String, Integer> numbers = new HashMap<>();
        for (int number = 0; number < missing.size(); number++) {
            numbers.put(missing.get(number).site() + "\n" + missing.get(number).file(), number);
        }
        UDF2<String, String, Integer> number = (site, file) -> numbers.getOrDefault(site + "\n" + file, NO_ENTRY);
        UserDefinedFunction entry = udf(number, DataTypes.IntegerType);
        Column origin = col(CanonicalRows.ORIGIN);
        try {
            fresh.withColumn(ENTRY, entry.apply(origin.getField("site"), origin.getField("file")))
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

    private List<CacheEntry> seal(List<Missing> missing) throws IOException {
        List<CacheEntry> sealed = new ArrayList<>();
        for (int number = 0; number < missing.size(); number++) {
            Path written = staging.resolve(ENTRY + "=" + number);
            Files.createDirectories(written);
            sealed.add(CacheEntry.seal(written, missing.get(number).entry()));
        }
        return sealed;
    }

    private Dataset<Row> rows(List<CacheEntry> known) throws IOException {
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
            CacheEntry.delete(staging);
        }
        if (files.isEmpty()) {
            return spark.createDataFrame(List.of(), CanonicalRows.SCHEMA);
        }
        return spark.read()
                .schema(CanonicalRows.SCHEMA)
                .parquet(files.stream()
                        .map(file -> SparkPath.escaped(new org.apache.hadoop.fs.Path(file.toUri())))
                        .toArray(String[]::new));
    }
}
