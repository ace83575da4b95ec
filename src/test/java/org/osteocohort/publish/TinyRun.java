package org.osteocohort.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.osteocohort.fingerprint.FileFingerprint;
import org.osteocohort.job.Disclosure;
import org.osteocohort.job.JobOperation;
import org.osteocohort.job.OutputLocation;
import org.osteocohort.parquet.ParquetTableWriter;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** A run of two small tables, one of them in parts as tasks write them, and a schema. */
final class TinyRun {
    static final String DIGEST = "0123456789abcdef".repeat(4);
    static final Instant NIGHT = Instant.parse("2026-01-01T00:00:00Z");

    static final List<PublishedTable> TABLES =
            List.of(new PublishedTable("reports/prevalence.parquet", 3), new PublishedTable("restricted/tags", 7));

    static final Manifest MANIFEST = new Manifest(
            new Manifest.Definition("nightly", DIGEST),
            List.of(new Manifest.Input(
                    "north",
                    "omop",
                    "../extract/north",
                    List.of("Read as it is."),
                    Map.of(
                            "person.parquet", file(17, false),
                            "death.parquet", file(11, true)),
                    List.of())),
            DIGEST,
            DIGEST,
            List.of(new Manifest.Definition("ISCD_2019", DIGEST)),
            null,
            Disclosure.USUAL,
            null,
            new Manifest.Engine("0.1.0", "17.0.1", "4.2.0"),
            List.of(new Manifest.RowsRead("north", "person", 120, 2)),
            Manifest.Verdict.PASSED,
            List.of(new Manifest.StageTime("reading the extracts", Duration.ofMillis(1500))),
            NIGHT,
            NIGHT.plusSeconds(600));

    private static Manifest.SourceFile file(long bytes, boolean fromCache) {
        FileFingerprint fingerprint = new FileFingerprint(bytes, NIGHT, FileFingerprint.Method.SHA256, DIGEST);
        return new Manifest.SourceFile(fingerprint, fromCache);
    }

    private static final Table<Row> TABLE = Table.of("rows", "row", Row.class);

    private TinyRun() {}

    /** A row to write. */
    record Row(@Meaning("A number") Long number) {}

    static void write(Path file, int rows) throws IOException {
        List<Row> written = LongStream.rangeClosed(1, rows).mapToObj(Row::new).toList();
        ParquetTableWriter.write(file, TABLE, written, Map.of());
    }

    static void fill(RunFolder run) throws IOException {
        write(run.reports().resolve("prevalence.parquet"), 3);
        Path parts = Files.createDirectory(run.restricted().resolve("tags"));
        write(parts.resolve("part-0.parquet"), 5);
        write(parts.resolve("part-1.parquet"), 2);
        Files.createFile(parts.resolve("_SUCCESS"));
        Files.writeString(run.reports().resolve("schema.json"), "{}\n");
    }

    static RunFolder start(OutputFolder output, Instant started) {
        return output.start(started, DIGEST, stage -> {});
    }

    /** Publishes a run that starts at a moment. */
    static OutputLocation publish(OutputFolder output, Instant started) throws IOException {
        return publish(output, started, JobOperation.KEEP_ALL);
    }

    static OutputLocation publish(OutputFolder output, Instant started, int keep) throws IOException {
        try (RunFolder run = start(output, started)) {
            fill(run);
            return run.publish(MANIFEST, TABLES, keep);
        }
    }

    static String id(Instant started) {
        return RunId.of(started, DIGEST);
    }
}
