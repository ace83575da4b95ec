package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.testkit.Deliveries;
import org.osteocohort.testkit.DuckDb;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;

/** A file that several tasks read in parts gives what it gives when one task reads it, wherever a part ends. */
@ExtendWith(SparkExtension.class)
class LargeExportTest {
    private static final Instant NIGHT = Instant.parse("2026-01-05T02:00:00Z");
    /** Parts are of 32 MiB, so these files have two each. */
    private static final long BYTES = 40 << 20;

    @TempDir
    private Path folder;

    @Test
    void filesOfSeveralPartsGiveTheSameNumbersAndRows(SparkSession spark) throws IOException, SQLException {
        Path extract = folder.resolve("fhir");
        Deliveries.write(extract, GeneratedFormat.FHIR, 60, 20_261_128);
        Path whole = run(spark, extract, "whole", true);
        for (String type : List.of("Encounter", "Condition")) {
            enlarge(Deliveries.files(extract.resolve(type)).get(1));
        }
        Path parts = run(spark, extract, "parts", true);
        assertThat(digests(parts.resolve("reports")))
                .isEqualTo(digests(whole.resolve("reports")))
                .hasSizeGreaterThan(10);
        for (String table : List.of("patients", "observation", "tags", "fractures", "evidence", "quarantine")) {
            assertThat(rows(parts, table)).as(table).isEqualTo(rows(whole, table));
        }
        assertThat(digests(run(spark, extract, "cached", false))).isEqualTo(digests(parts));
    }

    /** More bytes make more parts of children, so a row may stand in another file. */
    private static List<String> rows(Path run, String table) throws SQLException {
        return new DuckDb().rows("SELECT * FROM '" + run + "/restricted/" + table + "/*.parquet' ORDER BY ALL");
    }

    /** Gives every resource a long element that says nothing of a child. */
    private static void enlarge(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String profile = "\"meta\":{\"profile\":[\"" + "x".repeat((int) (BYTES / lines.size())) + "\"]},";
        Files.write(
                file,
                lines.stream().map(line -> "{" + profile + line.substring(1)).toList());
        assertThat(Files.size(file)).isGreaterThan(BYTES);
    }

    private Path run(SparkSession spark, Path extract, String output, boolean full) throws IOException {
        Path study = ShippedStudy.FOLDER.toAbsolutePath();
        Path file = Files.writeString(folder.resolve("job.yaml"), """
                name: large
                extracts:
                  - {site: north, format: fhir, path: %2$s, deidentification: limited-data-set}
                study: {start: 2016-01-01, end: 2023-12-31}
                codeSets: %1$s/codes
                localCodes: %1$s/sample-local-codes.csv
                phenotypes: [%1$s/phenotypes/iscd-2019.yaml]
                reports: {periods: [study], strata: [sex]}
                output: output
                """.formatted(study, extract));
        Job job = JobReader.read(file, Map.of("output", folder.resolve(output).toString()));
        return new CohortStudy(
                        full ? job.with(job.operation().inFull()) : job,
                        spark,
                        Clock.fixed(NIGHT, ZoneOffset.UTC),
                        stage -> {})
                .run(NIGHT)
                .run();
    }

    /** Of all that a run holds but what tells of itself. */
    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path written : Deliveries.files(folder)) {
            if (!written.getFileName().toString().matches("(manifest|metrics)[.].*")) {
                digests.put(folder.relativize(written).toString(), Digest.ofContent(written));
            }
        }
        return digests;
    }
}
