package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.job.JobOperation;

/** A local output from the first run on: what becomes visible, when, and what does not. */
class RunFolderTest {
    private static final Instant FIRST_NIGHT = TinyRun.NIGHT;
    private static final Instant SECOND_NIGHT = Instant.parse("2026-01-02T00:00:00Z");
    private static final String FIRST = TinyRun.id(FIRST_NIGHT);
    private static final String SECOND = TinyRun.id(SECOND_NIGHT);

    @TempDir
    private Path folder;

    private Path output;

    @BeforeEach
    void outputBelowAFolderThatDoesNotExistYet() {
        output = folder.resolve("results").resolve("osteoporosis");
    }

    private Path publish(Instant started) throws IOException {
        return TinyRun.publish(OutputFolder.of(output), started).path();
    }

    private RunFolder start(Instant started) {
        return TinyRun.start(OutputFolder.of(output), started);
    }

    private static List<String> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private String latest() throws IOException {
        return OutputFolder.of(output).latest().orElseThrow();
    }

    @Test
    void aPublishedRunHoldsItsFilesAndItsManifestAndLatestNamesIt() throws IOException {
        Path run = publish(FIRST_NIGHT);
        assertThat(run).isEqualTo(output.resolve("runs").resolve(FIRST));
        assertThat(tree(output))
                .containsExactly(
                        ".lock",
                        "latest",
                        "runs/" + FIRST + "/manifest.json",
                        "runs/" + FIRST + "/manifest.sha256",
                        "runs/" + FIRST + "/metrics.txt",
                        "runs/" + FIRST + "/reports/SHA256SUMS",
                        "runs/" + FIRST + "/reports/prevalence.parquet",
                        "runs/" + FIRST + "/reports/schema.json",
                        "runs/" + FIRST + "/restricted/tags/_SUCCESS",
                        "runs/" + FIRST + "/restricted/tags/part-0.parquet",
                        "runs/" + FIRST + "/restricted/tags/part-1.parquet");
        assertThat(latest()).isEqualTo(FIRST);
        assertThat(output.resolve("latest")).hasContent(FIRST);
    }

    @Test
    void theManifestTellsWhatTheRunWasAndEveryFile() throws Exception {
        Path run = publish(FIRST_NIGHT);
        JsonNode manifest =
                new ObjectMapper().readTree(run.resolve("manifest.json").toFile());
        assertThat(manifest.get("run_id").asText()).isEqualTo(FIRST);
        assertThat(manifest.get("run_number").asInt()).isEqualTo(1);
        assertThat(manifest.get("job").get("sha256").asText()).isEqualTo(TinyRun.DIGEST);
        assertThat(manifest.get("inputs").get(0).get("path").asText()).isEqualTo("../extract/north");
        assertThat(manifest.get("engine").get("spark").asText()).isEqualTo("4.2.0");
        assertThat(manifest.get("files")).hasSize(7).allSatisfy(file -> {
            byte[] bytes = Files.readAllBytes(run.resolve(file.get("path").asText()));
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(file.get("sha256").asText()).isEqualTo(digest);
            assertThat(file.get("bytes").asLong()).isEqualTo(bytes.length);
        });
        assertThat(manifest.get("files"))
                .extracting(file -> file.get("path").asText() + " " + file.get("rows"))
                .contains(
                        "reports/prevalence.parquet 3",
                        "restricted/tags/part-0.parquet 5",
                        "restricted/tags/part-1.parquet 2",
                        "reports/schema.json null");
    }

    @Test
    void theReportsCanBeCopiedAloneAndCheckedWithoutCounts() throws Exception {
        Path reports = publish(FIRST_NIGHT).resolve("reports");
        List<String> lines = Files.readAllLines(reports.resolve("SHA256SUMS"));
        assertThat(lines).extracting(line -> line.substring(66)).containsExactly("prevalence.parquet", "schema.json");
        for (String line : lines) {
            byte[] bytes = Files.readAllBytes(reports.resolve(line.substring(66)));
            assertThat(line.substring(0, 64))
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
    }

    @Test
    void theNextRunBecomesLatestAndTheOldOneStays() throws IOException {
        Path first = publish(FIRST_NIGHT);
        publish(SECOND_NIGHT);
        assertThat(latest()).isEqualTo(SECOND);
        assertThat(first.resolve("manifest.json")).exists();
    }

    @Test
    void beforePublishingNothingIsVisible() throws IOException {
        publish(FIRST_NIGHT);
        try (RunFolder run = start(SECOND_NIGHT)) {
            TinyRun.fill(run);
            assertThat(output.resolve("runs").resolve(SECOND)).doesNotExist();
            assertThat(latest()).isEqualTo(FIRST);
        }
    }

    @Test
    void aRunThatFailsLeavesNothing() throws IOException {
        publish(FIRST_NIGHT);
        List<String> before = tree(output);
        assertThatThrownBy(() -> {
                    try (RunFolder run = start(SECOND_NIGHT)) {
                        TinyRun.fill(run);
                        throw new IllegalStateException("the run fails");
                    }
                })
                .hasMessage("the run fails");
        assertThat(tree(output)).isEqualTo(before);
        assertThat(output.resolve("runs")).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void twoRunsOfTheSameSecondGetTwoNames() throws IOException {
        Path first = publish(FIRST_NIGHT);
        Path second = publish(FIRST_NIGHT);
        assertThat(second)
                .isNotEqualTo(first)
                .isEqualTo(output.resolve("runs").resolve(TinyRun.id(FIRST_NIGHT.plusSeconds(1))));
        assertThat(latest()).isEqualTo(second.getFileName().toString());
    }

    @Test
    void theStepsOfPublishingAreTold() throws IOException {
        List<String> told = new ArrayList<>();
        try (RunFolder run = OutputFolder.of(output).start(FIRST_NIGHT, TinyRun.DIGEST, told::add)) {
            TinyRun.fill(run);
            run.publish(TinyRun.MANIFEST, TinyRun.TABLES, JobOperation.KEEP_ALL);
        }
        assertThat(told)
                .containsExactly(
                        "publishing: reading back what was written",
                        "publishing: writing the manifest",
                        "publishing: giving the run its name",
                        "publishing: switching latest",
                        "publishing: done");
    }

    @Test
    void afterPublishingOnlySoManyRunsStay() throws IOException {
        OutputFolder folder = OutputFolder.of(output);
        for (int night = 0; night < 5; night++) {
            TinyRun.publish(folder, FIRST_NIGHT.plusSeconds(night * 86_400L), 2);
        }
        assertThat(folder.runs())
                .extracting(RunEntry::runId)
                .containsExactly(
                        TinyRun.id(FIRST_NIGHT.plusSeconds(4 * 86_400L)),
                        TinyRun.id(FIRST_NIGHT.plusSeconds(3 * 86_400L)));
        assertThat(output.resolve("runs")).isDirectoryNotContaining("glob:**/.*");
    }

    private void assertRefused(String words, Damage damage) throws IOException {
        publish(FIRST_NIGHT);
        List<String> before = tree(output);
        try (RunFolder run = start(SECOND_NIGHT)) {
            TinyRun.fill(run);
            damage.to(run);
            assertThatThrownBy(() -> run.publish(TinyRun.MANIFEST, TinyRun.TABLES, JobOperation.KEEP_ALL))
                    .isInstanceOf(PublishingException.class)
                    .hasMessageContaining(words);
        }
        assertThat(tree(output)).isEqualTo(before);
        assertThat(output.resolve("latest")).hasContent(FIRST);
    }

    private interface Damage {
        void to(RunFolder run) throws IOException;
    }

    @Test
    void aMissingTableIsNotPublished() throws IOException {
        assertRefused(
                "reports/prevalence.parquet is missing",
                run -> Files.delete(run.reports().resolve("prevalence.parquet")));
    }

    @Test
    void aTableThatLostAPartIsNotPublished() throws IOException {
        assertRefused(
                "restricted/tags does not hold the number of rows",
                run -> Files.delete(run.restricted().resolve("tags").resolve("part-1.parquet")));
    }

    @Test
    void aTableThatNobodyAnnouncedIsNotPublished() throws IOException {
        assertRefused(
                "reports/extra.parquet is not expected",
                run -> TinyRun.write(run.reports().resolve("extra.parquet"), 1));
    }

    @Test
    void aFileCutShortIsNotPublished() throws IOException {
        assertRefused("cannot publish", run -> {
            Path file = run.reports().resolve("prevalence.parquet");
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
        });
    }

    @Test
    void anOutputThatIsAFileCannotBeOpened() throws IOException {
        Files.createDirectories(output.getParent());
        Files.createFile(output);
        assertThatThrownBy(() -> start(FIRST_NIGHT)).isInstanceOf(PublishingException.class);
    }

    @Test
    void thereIsNoLatestBeforeTheFirstRunAndADamagedPointerIsSaid() throws IOException {
        assertThat(OutputFolder.of(output).latest()).isEmpty();
        Files.createDirectories(output);
        Files.writeString(output.resolve("latest"), "../elsewhere\n");
        assertThatThrownBy(() -> OutputFolder.of(output).latest()).isInstanceOf(IOException.class);
    }

    @Test
    void aPointerThatNamesNoRunIsNeverWrittenOver() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("latest"), "../elsewhere\n");
        assertThatThrownBy(() -> start(FIRST_NIGHT))
                .isInstanceOf(PublishingException.class)
                .hasMessageContaining("names no run; write the id of a complete run into it");
        assertThat(output.resolve("latest")).hasContent("../elsewhere");
    }
}
