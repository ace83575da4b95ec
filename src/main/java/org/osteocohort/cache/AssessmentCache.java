package org.osteocohort.cache;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyRow;
import org.osteocohort.parquet.ParquetTableReader;
import org.osteocohort.parquet.ParquetTableWriter;
import org.osteocohort.publish.DurableFiles;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/**
 * The tally of all children and their restricted rows, as the last run that came so far left them. One state is kept:
 * what is there under another key is of other data or another question.
 */
final class AssessmentCache {
    private static final String TALLY = "tally.parquet";
    private static final String FILES = "attempts";

    private final Path entries;
    private final Path staging;

    AssessmentCache(Path folder) {
        this.entries = folder.resolve("assessed");
        this.staging = folder.resolve(".assessed");
    }

    /** One number of the tally. */
    record Count(
            @Meaning("What counts") String measure,

            @Meaning("What is counted, in the measure's own terms")
            String cell,

            @Meaning("How many") long count) {
        static final Table<Count> TABLE = Table.of("tally", "a number of the tally", Count.class);
    }

    /**
     * What was found out before under this key; its files are brought to {@code attempts}.
     *
     * @param attempts the folder where the tasks would have written them
     */
    Optional<Tally> find(String key, Path attempts, Instant now) throws IOException {
        Optional<CacheEntry> entry = CacheEntry.trusted(entries.resolve(key));
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Path folder = entry.get().folder();
        link(folder.resolve(FILES), attempts);
        entry.get().used(now);
        Tally tally = new Tally();
        try (ParquetTableReader<Count> reader = ParquetTableReader.open(folder.resolve(TALLY), Count.TABLE)) {
            for (Count count : reader.rest()) {
                tally.add(new TallyRow(count.measure(), count.cell(), count.count()));
            }
        }
        return Optional.of(tally);
    }

    /** Keeps the result of the children's assessment, and no other. */
    void keep(String key, Tally tally, Path attempts) throws IOException {
        DurableFiles.deleteTree(staging);
        DurableFiles.deleteTree(entries);
        Files.createDirectories(staging);
        List<Count> counts = tally.rows().stream()
                .map(row -> new Count(row.measure(), row.cell(), row.count()))
                .toList();
        ParquetTableWriter.write(staging.resolve(TALLY), Count.TABLE, counts, Map.of());
        link(attempts, staging.resolve(FILES));
        CacheEntry.seal(staging, entries.resolve(key));
    }

    /** Gives the files a second name, which costs no room; where that cannot be, copies them. */
    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    try {
                        Files.createLink(target, path);
                    } catch (UnsupportedOperationException | FileSystemException noSecondNames) {
                        Files.copy(path, target);
                    }
                }
            }
        }
    }
}
