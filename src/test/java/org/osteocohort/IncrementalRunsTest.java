package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.parquet.ParquetTableWriter;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.testkit.Deliveries;
import org.osteocohort.testkit.Faults;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;

/**
 * Night after night files of several sites come, go, change and change places. A run that reads only what changed publishes
 * the same bytes as one that reads everything.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncrementalRunsTest {
    private static final long SEED = 20_261_128;
    /** Later than any file here, so that the fingerprints of all of them are recorded. */
    private static final Instant FIRST_NIGHT = Instant.parse("2126-01-05T02:00:00Z");

    private static final String SHOWN_AGAIN = "nothing changed: showing what the last run showed";
    private static final String COUNTED = "counting and hiding small cells";

    private static final int CHILDREN = 30;
    private static final int CHANGES_A_NIGHT = 6;

    @TempDir
    private static Path folder;

    private Path job;
    private int night;

    @BeforeAll
    void writeFourSites() throws IOException {
        StringBuilder extracts = new StringBuilder();
        for (GeneratedFormat format : formats()) {
            Path site = folder.resolve("sites").resolve(format.label());
            Deliveries.write(site, format, CHILDREN, SEED + format.ordinal());
            extracts.append("  - {site: %1$s, format: %1$s, path: sites/%1$s, deidentification: limited-data-set}\n"
                    .formatted(format.label()));
        }
        Path study = ShippedStudy.FOLDER.toAbsolutePath();
        job = Files.writeString(folder.resolve("job.yaml"), """
                name: nightly
                extracts:
                %2$sstudy: {start: 2016-01-01, end: 2023-12-31}
                codeSets: %1$s/codes
                localCodes: %1$s/sample-local-codes.csv
                phenotypes: [%1$s/phenotypes/iscd-2019.yaml]
                # Few cells, and faults in plenty: what is counted and what is refused is not what this test is about.
                reports: {periods: [study], strata: [sex]}
                quality: {maxQuarantinedShare: 1}
                output: output
                """.formatted(study, extracts));
    }

    /** In short those whose files need others of their extract to be understood. */
    private static List<GeneratedFormat> formats() {
        return Faults.full()
                ? List.of(GeneratedFormat.values())
                : List.of(GeneratedFormat.FHIR, GeneratedFormat.SYNTHEA);
    }

    /** The latest run of an output, byte for byte; the manifest tells times and is left out. */
    private Map<String, String> run(SparkSession spark, String output, boolean full) throws IOException {
        return run(spark, output, full, stage -> {});
    }

    private Map<String, String> run(SparkSession spark, String output, boolean full, Consumer<String> stage)
            throws IOException {
        Path place = folder.resolve(output);
        Job read = JobReader.read(job, Map.of("output", place.toString()));
        Job asked = full ? read.with(read.operation().inFull()) : read;
        Instant started = FIRST_NIGHT.plus(Duration.ofDays(night));
        Path run = new CohortStudy(asked, spark, Clock.fixed(started, ZoneOffset.UTC), stage)
                .run(started)
                .run();
        Map<String, String> digests = new TreeMap<>();
        for (Path file : Deliveries.files(run)) {
            if (run.relativize(file).getNameCount() > 1) {
                digests.put(run.relativize(file).toString(), Digest.ofContent(file));
            }
        }
        return digests;
    }

    /** Path and content of every file that is delivered. */
    private static Set<String> delivered() throws IOException {
        Set<String> delivered = new TreeSet<>();
        for (Path file : Deliveries.files(folder.resolve("sites"))) {
            delivered.add(folder.resolve("sites").relativize(file) + " " + Digest.ofContent(file));
        }
        return delivered;
    }

    /** The same of the files that the last run did not open, as its manifest tells. */
    private static Set<String> notOpened(String output) throws IOException {
        OutputFolder published = OutputFolder.of(folder.resolve(output));
        Path run = published.run(published.latest().orElseThrow()).path();
        Set<String> notOpened = new TreeSet<>();
        for (JsonNode input : new ObjectMapper()
                .readTree(run.resolve("manifest.json").toFile())
                .path("inputs")) {
            for (JsonNode file : input.path("files")) {
                if (file.path("from_cache").asBoolean()) {
                    notOpened.add(input.path("site").asText() + "/"
                            + file.path("path").asText() + " "
                            + file.path("fingerprint").asText());
                }
            }
        }
        return notOpened;
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> paths = Files.list(folder.resolve("incremental/" + OutputFolder.CACHE + "/rows"))) {
            return paths.sorted().toList();
        }
    }

    @Test
    void anIncrementalRunPublishesTheBytesOfAFullOne(SparkSession spark) throws IOException {
        int nights = Faults.trials(2, 8);
        Deliveries deliveries = new Deliveries(folder.resolve("sites"), new Random(SEED));
        assertThat(run(spark, "incremental", false)).isEqualTo(run(spark, "full", true));
        assertThat(notOpened("incremental")).isEmpty();
        Set<String> known = delivered();
        for (night = 1; night <= nights; night++) {
            List<String> changes = deliveries.next(CHANGES_A_NIGHT);
            List<Path> before = entries();
            assertThat(run(spark, "incremental", false))
                    .as("night %d: %s", night, changes)
                    .isEqualTo(run(spark, "full", true));
            assertThat(entries())
                    .as("what was read")
                    .filteredOn(entry -> !before.contains(entry))
                    .hasSizeLessThan(Deliveries.files(folder.resolve("sites")).size());
            assertThat(known).containsAll(notOpened("incremental"));
            known.addAll(delivered());
        }
        assertThat(notOpened("full")).isEmpty();
        assertThat(folder.resolve("full/" + OutputFolder.CACHE)).doesNotExist();
        night = nights + 1;
        assertNothingChanged(spark);
        assertShowsAgainOnlyWhatWasPublished(spark);
    }

    private void assertNothingChanged(SparkSession spark) throws IOException {
        List<Path> before = entries();
        List<String> stages = new ArrayList<>();
        assertThat(run(spark, "incremental", false, stages::add)).isEqualTo(run(spark, "full", true));
        assertThat(stages)
                .contains("nothing changed: using the children as an earlier run assessed them", SHOWN_AGAIN)
                .doesNotContain("reading the extracts", "assessing the children", COUNTED);
        assertThat(entries()).isEqualTo(before);
        assertThat(notOpened("incremental")).isEqualTo(delivered());
    }

    /** What somebody has changed since it was published is not shown again, nor what a run has that noted nothing. */
    private void assertShowsAgainOnlyWhatWasPublished(SparkSession spark) throws IOException {
        OutputFolder published = OutputFolder.of(folder.resolve("incremental"));
        Path last = published.run(published.latest().orElseThrow()).path();
        Path table = last.resolve("reports/attrition.parquet");
        Files.delete(table);
        ParquetTableWriter.write(table, AttritionRow.TABLE, List.of(), Map.of());
        List<String> stages = new ArrayList<>();
        night++;
        assertThat(run(spark, "incremental", false, stages::add)).isEqualTo(run(spark, "full", true));
        assertThat(stages).contains(COUNTED);
        night++;
        assertThat(run(spark, "incremental", true)).isEqualTo(run(spark, "full", true));
        stages.clear();
        night++;
        assertThat(run(spark, "incremental", false, stages::add)).isEqualTo(run(spark, "full", true));
        assertThat(stages).contains(COUNTED).doesNotContain(SHOWN_AGAIN);
    }
}
