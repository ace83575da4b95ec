package org.osteocohort.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.CohortStudy;
import org.osteocohort.StudyResult;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.ProblemsException;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.publish.PublishingException;
import org.osteocohort.publish.RunEntry;
import org.osteocohort.testkit.Faults;
import org.osteocohort.testkit.Overheard;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.TraceableExtract;

/** The whole study on an output, a disk, a clock or a delivery that fails it: nothing published is touched. */
@ExtendWith(SparkExtension.class)
class FaultyOutputTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T02:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final int CHILDREN = 60;

    @TempDir
    private static Path shared;

    private static TraceableExtract extract;

    @TempDir
    private Path folder;

    private Path disk;
    private Overheard overheard;

    @BeforeAll
    static void writeTheExtract() throws IOException, SQLException {
        extract = TraceableExtract.write(shared, CHILDREN, 0);
        Files.createDirectories(shared.resolve("output"));
    }

    @BeforeEach
    void listen(SparkSession spark) throws Exception {
        disk = folder.resolve("disk");
        overheard = new Overheard(spark, folder.resolve("overheard"));
    }

    /** A small disk of its own, where the system lets us have one. */
    private void mount(String options) throws Exception {
        Files.createDirectories(disk);
        assumeTrue(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()), "this user mounts no disk");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Whatever a test did: neither what was said nor what was published tells of a child. */
    @AfterEach
    void findNoLeakAndUnmount() throws Exception {
        try {
            overheard.close();
            assertThat(TraceableExtract.textBelow(overheard.folder()))
                    .contains("reading code sets and definitions", "SparkListenerTaskEnd");
            assertThat(extract.leaksBelow(folder)).isEmpty();
            assertThat(extract.leaksBelow(shared.resolve("output"))).isEmpty();
        } finally {
            run("umount", disk.toString());
        }
    }

    private StudyResult study(SparkSession spark, Path output, Instant started, boolean full, Consumer<String> stage) {
        Job job = JobReader.read(extract.job(), Map.of("output", output.toString()));
        Consumer<String> told = overheard::told;
        try {
            return new CohortStudy(
                            full ? job.with(job.operation().inFull()) : job,
                            spark,
                            Clock.fixed(started, ZoneOffset.UTC),
                            told.andThen(stage))
                    .run(started);
        } catch (RuntimeException failure) {
            overheard.failed(failure);
            throw failure;
        }
    }

    private StudyResult inFull(SparkSession spark, Path output, Instant started) {
        return study(spark, output, started, true, stage -> {});
    }

    private StudyResult incremental(SparkSession spark, Path output, Instant started) {
        return study(spark, output, started, false, stage -> {});
    }

    private static void assertLatestIsWhole(Path output, String runId) throws IOException {
        OutputFolder folder = OutputFolder.of(output);
        assertThat(folder.latest()).contains(runId);
        assertThat(folder.verify(runId)).isEmpty();
        assertThat(output.resolve("runs")).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void aFullDiskKeepsTheLastRunAndTheNextRunSucceedsWhenThereIsRoom(SparkSession spark) throws Exception {
        mount("size=6m");
        String first = inFull(spark, disk, MONDAY).runId();
        Path ballast = disk.resolve("ballast");
        long ofARun = (6 << 20) - Files.getFileStore(disk).getUsableSpace();
        for (long left : List.of(0L, ofARun / 2)) {
            Files.write(ballast, new byte[(int) (Files.getFileStore(disk).getUsableSpace() - left)]);
            assertThatThrownBy(() -> inFull(spark, disk, TUESDAY))
                    .as("%d bytes left", left)
                    .isInstanceOf(PublishingException.class)
                    .hasMessageContaining("no space is left")
                    .hasMessageContaining(disk.toString());
            assertLatestIsWhole(disk, first);
            Files.delete(ballast);
        }
        assertLatestIsWhole(disk, inFull(spark, disk, TUESDAY).runId());
    }

    @Test
    @Tag(Faults.TAG)
    void aDiskThatIsFullOfTheCacheIsNamed(SparkSession spark) throws Exception {
        mount("size=2m");
        Path ballast = disk.resolve("ballast");
        for (int left : List.of(24 << 10, 96 << 10)) {
            Files.write(ballast, new byte[(int) (Files.getFileStore(disk).getUsableSpace() - left)]);
            assertThatThrownBy(() -> incremental(spark, disk, MONDAY))
                    .as("%d bytes left", left)
                    .isInstanceOf(PublishingException.class)
                    .hasMessageContaining("no space is left")
                    .hasMessageContaining(disk.toString());
            assertThat(disk.resolve("latest")).doesNotExist();
            Files.delete(ballast);
        }
        assertLatestIsWhole(disk, incremental(spark, disk, TUESDAY).runId());
    }

    @Test
    void aReadOnlyOutputIsSaidToBeOne(SparkSession spark) throws Exception {
        mount("size=2m");
        String first = incremental(spark, disk, MONDAY).runId();
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
        assertThatThrownBy(() -> incremental(spark, disk, TUESDAY))
                .isInstanceOf(PublishingException.class)
                .hasMessageContaining("it is read-only")
                .hasMessageContaining(disk.toString());
        assertLatestIsWhole(disk, first);
    }

    @Test
    @Tag(Faults.TAG)
    void aClockThatGoesBackChangesNeitherLatestNorTheOrder(SparkSession spark) throws IOException {
        Path output = folder.resolve("output");
        String first = incremental(spark, output, TUESDAY).runId();
        String second = incremental(spark, output, MONDAY).runId();
        String third = inFull(spark, output, MONDAY.minus(Duration.ofDays(1))).runId();
        assertLatestIsWhole(output, third);
        assertThat(OutputFolder.of(output).runs()).extracting(RunEntry::runId).containsExactly(third, second, first);
        assertSameTables(output, first, second);
        assertSameTables(output, first, third);
    }

    private static void assertSameTables(Path output, String run, String other) {
        for (String table : List.of("reports/prevalence", "reports/attrition", "restricted/tags/part-00000")) {
            Path runs = output.resolve("runs");
            assertThat(runs.resolve(other).resolve(table + ".parquet"))
                    .hasSameBinaryContentAs(runs.resolve(run).resolve(table + ".parquet"));
        }
    }

    @Test
    void aCacheThatIsSpoiledEverywhereIsBuiltAnew(SparkSession spark) throws IOException {
        Path output = folder.resolve("output");
        String first = incremental(spark, output, MONDAY).runId();
        int spoiled = 0;
        for (Path file : files(output.resolve(OutputFolder.CACHE))) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            // Not in place: the run's own files may be the same ones.
            Files.delete(file);
            Files.write(file, bytes);
            spoiled++;
        }
        assertThat(spoiled).isGreaterThan(20);
        List<String> stages = new ArrayList<>();
        String second = study(spark, output, TUESDAY, false, stages::add).runId();
        assertThat(stages).contains("reading the extracts", "assessing the children");
        assertLatestIsWhole(output, second);
        assertSameTables(output, first, second);
    }

    @Test
    @Tag(Faults.TAG)
    void aCacheThatIsRemovedIsBuiltAnewAndAFullRunLeavesItAlone(SparkSession spark) throws IOException {
        Path output = folder.resolve("output");
        String first = incremental(spark, output, MONDAY).runId();
        List<Path> before = files(output.resolve(OutputFolder.CACHE));
        String second = inFull(spark, output, TUESDAY).runId();
        assertThat(files(output.resolve(OutputFolder.CACHE))).isEqualTo(before);
        for (Path file : before) {
            Files.delete(file);
        }
        String third = incremental(spark, output, TUESDAY.plusSeconds(9)).runId();
        assertLatestIsWhole(output, third);
        assertSameTables(output, first, second);
        assertSameTables(output, first, third);
    }

    /** A run that dies after the children were assessed. */
    @Test
    void whatWasAssessedBeforeARunFailedIsNotAssessedAgain(SparkSession spark) throws IOException {
        Path output = folder.resolve("output");
        assertThatThrownBy(() -> study(spark, output, MONDAY, false, stage -> {
                    if (stage.equals("writing the reports")) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        List<String> stages = new ArrayList<>();
        String second = study(spark, output, TUESDAY, false, stages::add).runId();
        assertThat(stages).doesNotContain("assessing the children");
        assertLatestIsWhole(output, second);
        assertSameTables(
                output, second, inFull(spark, output, TUESDAY.plusSeconds(9)).runId());
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> paths = Files.walk(below)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private interface Change {
        void to(Path file) throws IOException;
    }

    /** Between listing and reading, when everything is read and when only what is not known is. */
    private void assertRefusedWhenChanged(SparkSession spark, String table, Change change) throws IOException {
        assertRefusedWhenChanged(spark, table, change, true, "assessing the children");
        assertRefusedWhenChanged(spark, table, change, false, "reading the extracts");
    }

    private void assertRefusedWhenChanged(SparkSession spark, String table, Change change, boolean full, String during)
            throws IOException {
        Path output = shared.resolve("output");
        String first = OutputFolder.of(output).runs().isEmpty()
                ? inFull(spark, output, MONDAY).runId()
                : OutputFolder.of(output).latest().orElseThrow();
        Path file = extract.omop().resolve(table);
        byte[] before = Files.exists(file) ? Files.readAllBytes(file) : null;
        FileTime modified = before == null ? null : Files.getLastModifiedTime(file);
        try {
            assertThatThrownBy(() -> study(spark, output, TUESDAY, full, stage -> {
                        if (stage.equals(during)) {
                            changed(change, file);
                        }
                    }))
                    .isInstanceOf(BadInputException.class)
                    .satisfies(failure -> assertThat(((ProblemsException) failure).problems())
                            .anySatisfy(problem -> assertThat(problem.place()).isEqualTo(file.toString())));
        } finally {
            Files.deleteIfExists(file);
            if (before != null) {
                Files.write(file, before);
                Files.setLastModifiedTime(file, modified);
            }
        }
        assertLatestIsWhole(output, first);
    }

    private static void changed(Change change, Path file) {
        try {
            change.to(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void aFileThatIsReplacedDuringTheRunIsNamed(SparkSession spark) throws IOException {
        assertRefusedWhenChanged(spark, "death.parquet", file -> {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.from(TUESDAY));
        });
    }

    @Test
    @Tag(Faults.TAG)
    void aFileThatIsCutOffDuringTheRunIsNamed(SparkSession spark) throws IOException {
        assertRefusedWhenChanged(
                spark,
                "condition_occurrence.parquet",
                file -> Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 900)));
    }

    @Test
    @Tag(Faults.TAG)
    void aFileThatIsRemovedDuringTheRunIsNamed(SparkSession spark) throws IOException {
        assertRefusedWhenChanged(spark, "measurement.parquet", Files::delete);
    }

    @Test
    @Tag(Faults.TAG)
    void aFileThatArrivesDuringTheRunIsNamed(SparkSession spark) throws IOException {
        assertRefusedWhenChanged(spark, "device_exposure.parquet", file -> Files.writeString(file, "late"));
    }
}
