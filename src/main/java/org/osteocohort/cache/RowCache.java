package org.osteocohort.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.fingerprint.InputFiles;
import org.osteocohort.job.Extract;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.ExtractSource;
import org.osteocohort.source.Extracts;
import org.osteocohort.source.SourceFile;
import org.osteocohort.source.bundle.Bundles;

/**
 * The canonical rows of source files, one entry a file. Files whose entry is there are not opened; all others are read in
 * one scan, and their entries written, from which then all rows are read.
 */
final class RowCache {
    private final RowEntries entries;
    private final KeptLooks looks;
    private final String engine;
    private final SparkSession spark;

    /**
     * A cache.
     *
     * @param folder of the cache as a whole
     * @param engine a digest of what makes the rows
     */
    RowCache(Path folder, String engine, SparkSession spark) throws IOException {
        this.entries = new RowEntries(folder, spark);
        this.looks = new KeptLooks(folder, engine);
        this.engine = engine;
        this.spark = spark;
    }

    /**
     * The rows of all extracts.
     *
     * @param inputs the fingerprints of each folder
     * @param requireUnchanged refuses files that changed since their fingerprints were taken
     * @throws BadInputException with the problems of all extracts together
     */
    StudyRows read(
            List<Extract> extracts,
            CodeSets codeSets,
            Function<Path, InputFiles> inputs,
            Runnable requireUnchanged,
            Instant now)
            throws IOException {
        entries.clear();
        Map<SourceFile, CacheEntry> known = new HashMap<>();
        List<RowEntries.NewEntry> unknown = new ArrayList<>();
        Set<Path> opened = new HashSet<>();
        List<ExtractRows> all = new ArrayList<>();
        for (Extract extract : extracts) {
            ExtractRows rows = look(extract, codeSets, inputs);
            all.add(rows);
            rows.known().forEach((file, entry) -> known.put(new SourceFile(extract.site(), file), entry));
            unknown.addAll(rows.unknown());
            opened.addAll(rows.opened());
        }
        Optional<Dataset<Row>> fresh = unknownRows(all);
        if (!unknown.isEmpty()) {
            entries.write(Bundles.of(fresh.orElseThrow()), unknown);
        }
        // Before anything is kept: an entry must be of the content that its key tells.
        requireUnchanged.run();
        known.putAll(entries.seal(unknown));
        looks.write();
        entries.used(known.values(), now);
        return StudyRows.kept(entries, known, opened);
    }

    /** Keeps entries, so far as they are there, for a later question about what changed since. */
    void spare(Collection<String> keys, Instant now) throws IOException {
        entries.spare(keys, now);
    }

    private ExtractRows look(Extract extract, CodeSets codeSets, Function<Path, InputFiles> inputs) throws IOException {
        ExtractSource source = Extracts.source(extract, codeSets, looks.at(inputs.apply(extract.path())));
        SourceFileKeys keys = SourceFileKeys.of(
                extract, source, codeSets, engine, inputs, spark.sparkContext().hadoopConfiguration());
        return new ExtractRows(extract, source, keys, entries.trusted(keys.keys()));
    }

    /** Also of extracts whose rows are all known: what is wrong with them as a whole shows here. */
    private Optional<Dataset<Row>> unknownRows(List<ExtractRows> extracts) {
        List<Problem> problems = new ArrayList<>();
        List<Dataset<Row>> rows = new ArrayList<>();
        for (ExtractRows extract : extracts) {
            try {
                rows.add(extract.read(spark));
            } catch (BadInputException exception) {
                problems.addAll(exception.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
        return rows.stream().reduce(Dataset::unionAll);
    }
}
