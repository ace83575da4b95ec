package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are there: their order, their verification, their removal. */
class OutputFolderTest {
    private static final Instant MONDAY = TinyRun.NIGHT;
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));

    @TempDir
    private Path folder;

    private OutputFolder output;

    @BeforeEach
    void openTheOutput() {
        output = OutputFolder.of(folder);
    }

    private List<String> runs() throws IOException {
        return output.runs().stream().map(RunEntry::runId).toList();
    }

    private static String id(Instant started) {
        return TinyRun.id(started);
    }

    @Test
    void aClockThatGoesBackChangesNeitherTheOrderNorLatest() throws IOException {
        TinyRun.publish(output, TUESDAY);
        TinyRun.publish(output, WEDNESDAY);
        TinyRun.publish(output, MONDAY);
        assertThat(runs()).containsExactly(id(MONDAY), id(WEDNESDAY), id(TUESDAY));
        assertThat(output.runs()).extracting(RunEntry::number).containsExactly(3L, 2L, 1L);
        assertThat(output.latest()).contains(id(MONDAY));
        assertThat(output.prune(2, MONDAY)).containsExactly(id(TUESDAY));
    }

    @Test
    void theLatestIsNeverRemovedHoweverOldItIs() throws IOException {
        for (Instant night : List.of(MONDAY, TUESDAY, WEDNESDAY)) {
            TinyRun.publish(output, night);
        }
        Files.writeString(folder.resolve("latest"), id(MONDAY) + "\n");
        assertThat(output.prune(1, MONDAY)).containsExactly(id(TUESDAY));
        assertThat(runs()).containsExactly(id(WEDNESDAY), id(MONDAY));
        assertThat(output.verify(id(MONDAY))).isEmpty();
    }

    @Test
    void foldersThatAreNoCompleteRunAndTheCacheAreLeftAlone() throws IOException {
        TinyRun.publish(output, MONDAY);
        Path strange = Files.createDirectories(folder.resolve("runs").resolve(id(TUESDAY)));
        Path notes = Files.createDirectories(folder.resolve("runs/notes"));
        Path cache = Files.createDirectories(folder.resolve(OutputFolder.CACHE).resolve("events"));
        TinyRun.publish(output, WEDNESDAY);
        output.prune(1, MONDAY);
        assertThat(List.of(strange, notes, cache)).allMatch(Files::isDirectory);
        assertThat(output.runs()).extracting(RunEntry::verdict).containsExactly("passed", "incomplete");
    }

    @Test
    void anOutputThatIsNotThereHoldsNoRuns() throws IOException {
        assertThat(OutputFolder.of(folder.resolve("absent")).runs()).isEmpty();
    }

    @Test
    void aPublishedRunIsAsItWasWritten() throws IOException {
        TinyRun.publish(output, MONDAY);
        assertThat(output.verify(id(MONDAY))).isEmpty();
    }

    static Stream<Path> files(Path run) throws IOException {
        try (Stream<Path> paths = Files.walk(run)) {
            return paths.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private String name(Path file) {
        return folder.resolve("runs").resolve(id(MONDAY)).relativize(file).toString();
    }

    @Test
    void oneFlippedBitAnywhereIsFoundAndItsFileNamed() throws IOException {
        Path run = TinyRun.publish(output, MONDAY).path();
        for (Path file : files(run).toList()) {
            byte[] bytes = Files.readAllBytes(file);
            for (int position = 0; position < bytes.length; position += 1 + bytes.length / 7) {
                byte[] flipped = bytes.clone();
                flipped[position] ^= 4;
                Files.write(file, flipped);
                String named = name(file).equals("manifest.sha256") ? "manifest.json" : name(file);
                assertThat(output.verify(id(MONDAY)))
                        .as(name(file) + " at " + position)
                        .anyMatch(problem -> problem.contains(named));
            }
            Files.write(file, bytes);
        }
        assertThat(output.verify(id(MONDAY))).isEmpty();
    }

    @Test
    void everyDroppedFileIsNamed() throws IOException {
        Path run = TinyRun.publish(output, MONDAY).path();
        for (Path file : files(run).toList()) {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            String named = name(file).equals("manifest.sha256") ? "manifest.json" : name(file);
            assertThat(output.verify(id(MONDAY))).singleElement().asString().startsWith(named);
            Files.write(file, bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports/more.parquet", "notes.txt", "restricted/tags/.hidden"})
    void everyAddedFileIsNamed(String added) throws IOException {
        Path run = TinyRun.publish(output, MONDAY).path();
        Files.writeString(run.resolve(added), "more");
        assertThat(output.verify(id(MONDAY))).containsExactly(added + " is not in the manifest");
    }

    @Test
    void aFileThatGrewOrShrankIsNamed() throws IOException {
        Path run = TinyRun.publish(output, MONDAY).path();
        Files.writeString(run.resolve("reports/schema.json"), " ", StandardOpenOption.APPEND);
        byte[] table = Files.readAllBytes(run.resolve("reports/prevalence.parquet"));
        Files.write(run.resolve("reports/prevalence.parquet"), java.util.Arrays.copyOf(table, table.length / 2));
        assertThat(output.verify(id(MONDAY)))
                .containsExactly(
                        "reports/prevalence.parquet cannot be read",
                        "reports/schema.json is not what was written: its content has changed");
    }
}
