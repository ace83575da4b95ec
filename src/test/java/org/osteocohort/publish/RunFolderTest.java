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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.parquet.ParquetTableWriter;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

class RunFolderTest {
    private static final String FIRST = "20260101T000000Z-00000000";
    private static final String SECOND = "20260102T000000Z-00000000";
    private static final Table<Row> TABLE = Table.of("rows", "row", Row.class);
    private static final Manifest MANIFEST = new Manifest(
            new Manifest.Definition("nightly", "aa"),
            List.of(new Manifest.Input("north", "omop", "extract/north", List.of("Read as it is."), List.of())),
            "bb",
            List.of(new Manifest.Definition("ISCD_2019", "cc")),
            11,
            new Manifest.Engine("0.1.0", "17.0.1", "4.2.0"),
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-01-01T00:10:00Z"));

    @TempDir
    private Path folder;

    private Path output;

    /** A row to write. */
    record Row(@Meaning("A number") Long number) {}

    @BeforeEach
    void outputBelowAFolderThatDoesNotExistYet() {
        output = folder.resolve("results").resolve("osteoporosis");
    }

    private static void write(Path file, int rows) throws IOException {
        List<Row> written = Stream.iterate(1L, number -> number + 1)
                .limit(rows)
                .map(Row::new)
                .toList();
        ParquetTableWriter.write(file, TABLE, written, Map.of());
    }

    /** Two tables, one of them in parts as Spark writes it, and a schema. */
    private static void fill(RunFolder run) throws IOException {
        write(run.reports().resolve("prevalence.parquet"), 3);
        Path parts = Files.createDirectory(run.restricted().resolve("tags"));
        write(parts.resolve("part-0.parquet"), 5);
        write(parts.resolve("part-1.parquet"), 2);
        Files.createFile(parts.resolve("_SUCCESS"));
        Files.writeString(run.root().resolve("schema.json"), "{}\n");
    }

    private static final List<PublishedTable> TABLES =
            List.of(new PublishedTable("reports/prevalence.parquet", 3), new PublishedTable("restricted/tags", 7));

    private Path publish(String runId) throws IOException {
        try (RunFolder run = RunFolder.open(output, runId)) {
            fill(run);
            return run.publish(MANIFEST, TABLES);
        }
    }

    private static List<String> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aPublishedRunHoldsItsFilesAndItsManifestAndLatestNamesIt() throws IOException {
        Path run = publish(FIRST);
        assertThat(run).isEqualTo(output.resolve("runs").resolve(FIRST));
        assertThat(tree(output))
                .containsExactly(
                        "latest",
                        "runs/" + FIRST + "/manifest.json",
                        "runs/" + FIRST + "/reports/prevalence.parquet",
                        "runs/" + FIRST + "/restricted/tags/_SUCCESS",
                        "runs/" + FIRST + "/restricted/tags/part-0.parquet",
                        "runs/" + FIRST + "/restricted/tags/part-1.parquet",
                        "runs/" + FIRST + "/schema.json");
        assertThat(RunFolder.latest(output)).contains(run);
        assertThat(output.resolve("latest")).hasContent(FIRST);
    }

    @Test
    void theManifestTellsWhatTheRunWasAndEveryFile() throws Exception {
        Path run = publish(FIRST);
        JsonNode manifest =
                new ObjectMapper().readTree(run.resolve("manifest.json").toFile());
        assertThat(manifest.get("run_id").asText()).isEqualTo(FIRST);
        assertThat(manifest.get("job").get("sha256").asText()).isEqualTo("aa");
        assertThat(manifest.get("inputs").get(0).get("path").asText()).isEqualTo("extract/north");
        assertThat(manifest.get("phenotypes").get(0).get("name").asText()).isEqualTo("ISCD_2019");
        assertThat(manifest.get("engine").get("spark").asText()).isEqualTo("4.2.0");
        assertThat(manifest.get("finished").asText()).isEqualTo("2026-01-01T00:10:00Z");
        assertThat(manifest.get("files")).hasSize(5).allSatisfy(file -> {
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
                        "schema.json null");
    }

    @Test
    void theNextRunBecomesLatestAndTheOldOneStays() throws IOException {
        Path first = publish(FIRST);
        Path second = publish(SECOND);
        assertThat(RunFolder.latest(output)).contains(second);
        assertThat(first.resolve("manifest.json")).exists();
    }

    @Test
    void beforePublishingNothingIsVisible() throws IOException {
        publish(FIRST);
        try (RunFolder run = RunFolder.open(output, SECOND)) {
            fill(run);
            assertThat(output.resolve("runs").resolve(SECOND)).doesNotExist();
            assertThat(RunFolder.latest(output)).contains(output.resolve("runs").resolve(FIRST));
        }
    }

    @Test
    void aRunThatFailsLeavesNothing() throws IOException {
        publish(FIRST);
        List<String> before = tree(output);
        assertThatThrownBy(() -> {
                    try (RunFolder run = RunFolder.open(output, SECOND)) {
                        fill(run);
                        throw new IllegalStateException("the run fails");
                    }
                })
                .hasMessage("the run fails");
        assertThat(tree(output)).isEqualTo(before);
        assertThat(output.resolve("runs")).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void aKilledRunLeavesOnlyAStagingFolderThatTheNextRunRemoves() throws IOException {
        publish(FIRST);
        RunFolder killed = RunFolder.open(output, "20260101T120000Z-00000000");
        fill(killed);
        assertThat(RunFolder.latest(output)).contains(output.resolve("runs").resolve(FIRST));
        publish(SECOND);
        assertThat(killed.root()).doesNotExist();
        assertThat(tree(output)).noneMatch(path -> path.contains("staging"));
    }

    @Test
    void aRunThatIsThereIsNeverWrittenOver() throws IOException {
        publish(FIRST);
        assertThatThrownBy(() -> RunFolder.open(output, FIRST))
                .isInstanceOf(PublishingException.class)
                .hasMessageContaining(FIRST);
    }

    private void assertRefused(String words, Damage damage) throws IOException {
        publish(FIRST);
        List<String> before = tree(output);
        try (RunFolder run = RunFolder.open(output, SECOND)) {
            fill(run);
            damage.to(run);
            assertThatThrownBy(() -> run.publish(MANIFEST, TABLES))
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
                run -> write(run.reports().resolve("extra.parquet"), 1));
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
        assertThatThrownBy(() -> RunFolder.open(output, FIRST)).isInstanceOf(PublishingException.class);
    }

    @Test
    void thereIsNoLatestBeforeTheFirstRunAndADamagedPointerIsSaid() throws IOException {
        assertThat(RunFolder.latest(output)).isEmpty();
        Files.createDirectories(output);
        Files.writeString(output.resolve("latest"), "../elsewhere\n");
        assertThatThrownBy(() -> RunFolder.latest(output)).isInstanceOf(IOException.class);
    }

    @Test
    void whateverIsNoRunIdIsRefused() {
        assertThatThrownBy(() -> RunFolder.open(output, "../elsewhere")).isInstanceOf(IllegalArgumentException.class);
    }
}
