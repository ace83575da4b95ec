package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.generate.Profile;
import org.osteocohort.generate.design.StudyWindow;
import org.osteocohort.generate.omop.OutputFiles;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.publish.OutputFolder;
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

    private static final int CHILDREN = 30;
    private static final int CHANGES_A_NIGHT = 6;

    @TempDir
    private static Path folder;

    private final Random random = new Random(SEED);
    private Path job;
    private int night;

    @BeforeAll
    void writeFourSites() throws IOException {
        StringBuilder extracts = new StringBuilder();
        for (GeneratedFormat format : formats()) {
            GenerateOptions options = new GenerateOptions(
                    CHILDREN,
                    SEED + format.ordinal(),
                    folder.resolve("generated-" + format.label()),
                    format,
                    OutputFiles.CSV,
                    Profile.BONE_CLINIC,
                    format.label(),
                    StudyWindow.USUAL,
                    20,
                    0);
            ExtractGenerator.generate(options);
            Path site = Files.createDirectories(folder.resolve("sites")).resolve(format.label());
            divide(Files.move(options.extract(), site));
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

    /** Every table becomes a folder of four files. */
    private static void divide(Path extract) throws IOException {
        for (Path file : files(extract)) {
            String name = file.getFileName().toString();
            String table = name.substring(0, name.indexOf('.'));
            String ending = name.substring(name.indexOf('.'));
            boolean header = !ending.equals(".ndjson");
            List<String> lines = Files.readAllLines(file);
            List<String> rows = header ? lines.subList(1, lines.size()) : lines;
            Files.delete(file);
            for (int part = 0; part < 4; part++) {
                List<String> ofPart = new ArrayList<>(header ? lines.subList(0, 1) : List.of());
                ofPart.addAll(rows.subList(rows.size() * part / 4, rows.size() * (part + 1) / 4));
                if (!ofPart.isEmpty()) {
                    Path place = Files.createDirectories(extract.resolve(table)).resolve("part-" + part + ending);
                    Files.write(place, ofPart);
                }
            }
        }
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> paths = Files.walk(below)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What may happen to a file between two deliveries. */
    private enum Change {
        LOSES_A_ROW {
            @Override
            void to(Path file, Random random) throws IOException {
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                if (lines.size() > 2) {
                    lines.remove(1 + random.nextInt(lines.size() - 1));
                    Files.write(file, lines);
                }
            }
        },
        GAINS_A_BROKEN_ROW {
            @Override
            void to(Path file, Random random) throws IOException {
                Files.writeString(file, Files.readString(file) + "\"{broken\n");
            }
        },
        IS_DELIVERED_TWICE {
            @Override
            void to(Path file, Random random) throws IOException {
                Files.copy(file, another(file, random));
            }
        },
        GETS_ANOTHER_NAME {
            @Override
            void to(Path file, Random random) throws IOException {
                Files.move(file, another(file, random));
            }
        },
        CHANGES_PLACES {
            @Override
            void to(Path file, Random random) throws IOException {
                List<Path> siblings = files(file.getParent());
                Path other = siblings.get(random.nextInt(siblings.size()));
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Files.readAllBytes(other));
                Files.write(other, bytes);
            }
        },
        GOES {
            @Override
            void to(Path file, Random random) throws IOException {
                if (files(file.getParent()).size() > 1) {
                    Files.delete(file);
                }
            }
        };

        abstract void to(Path file, Random random) throws IOException;

        private static Path another(Path file, Random random) {
            String name = file.getFileName().toString();
            return file.resolveSibling(
                    "part-" + (1000 + random.nextInt(1_000_000)) + name.substring(name.indexOf('.')));
        }
    }

    /** The latest run of an output, byte for byte; the manifest tells times and is left out. */
    private Map<String, String> run(SparkSession spark, String output, boolean full) throws IOException {
        Path place = folder.resolve(output);
        Job read = JobReader.read(job, Map.of("output", place.toString()));
        Job asked = full ? read.with(read.operation().inFull()) : read;
        Instant started = FIRST_NIGHT.plus(Duration.ofDays(night));
        Path run = new CohortStudy(asked, spark, Clock.fixed(started, ZoneOffset.UTC), stage -> {})
                .run(started)
                .run();
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files(run)) {
            if (run.relativize(file).getNameCount() > 1) {
                digests.put(run.relativize(file).toString(), Digest.ofContent(file));
            }
        }
        return digests;
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> paths = Files.list(folder.resolve("incremental/" + OutputFolder.CACHE + "/rows"))) {
            return paths.sorted().toList();
        }
    }

    @Test
    void anIncrementalRunPublishesTheBytesOfAFullOne(SparkSession spark) throws IOException {
        int nights = Faults.trials(2, 12);
        assertThat(run(spark, "incremental", false)).isEqualTo(run(spark, "full", true));
        for (night = 1; night <= nights; night++) {
            List<String> changes = new ArrayList<>();
            for (int change = 0; change < CHANGES_A_NIGHT; change++) {
                List<Path> files = files(folder.resolve("sites"));
                Path file = files.get(random.nextInt(files.size()));
                Change what = Change.values()[random.nextInt(Change.values().length)];
                what.to(file, random);
                changes.add(folder.relativize(file) + " " + what);
            }
            List<Path> before = entries();
            assertThat(run(spark, "incremental", false))
                    .as("night %d: %s", night, changes)
                    .isEqualTo(run(spark, "full", true));
            assertThat(entries())
                    .as("what was read")
                    .filteredOn(entry -> !before.contains(entry))
                    .hasSizeLessThan(files(folder.resolve("sites")).size());
        }
        assertThat(folder.resolve("full/" + OutputFolder.CACHE)).doesNotExist();
        night = nights + 1;
        assertNothingChanged(spark);
    }

    private void assertNothingChanged(SparkSession spark) throws IOException {
        List<Path> before = entries();
        List<String> stages = new ArrayList<>();
        Instant started = FIRST_NIGHT.plus(Duration.ofDays(night));
        Job asked = JobReader.read(
                job, Map.of("output", folder.resolve("incremental").toString()));
        new CohortStudy(asked, spark, Clock.fixed(started, ZoneOffset.UTC), stages::add).run(started);
        assertThat(stages)
                .contains("nothing changed: using the children as an earlier run assessed them")
                .doesNotContain("reading the extracts", "assessing the children");
        assertThat(entries()).isEqualTo(before);
    }
}
