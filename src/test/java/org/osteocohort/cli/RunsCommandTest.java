package org.osteocohort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.job.Disclosure;
import org.osteocohort.job.JobOperation;
import org.osteocohort.publish.Manifest;
import org.osteocohort.publish.Manifest.Definition;
import org.osteocohort.publish.Manifest.StageTime;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.publish.RunFolder;
import picocli.CommandLine;

/** The commands about published runs, on an output with two of them. */
class RunsCommandTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T02:30:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final String FIRST = "20260105T023000Z-abcdef12";
    private static final String SECOND = "20260106T023000Z-abcdef12";

    @TempDir
    private Path output;

    @BeforeEach
    void publishTwice() throws IOException {
        publish(MONDAY);
        publish(TUESDAY);
    }

    private void publish(Instant started) throws IOException {
        try (RunFolder run = OutputFolder.of(output).start(started, "abcdef12".repeat(8), stage -> {})) {
            Files.writeString(run.reports().resolve("schema.json"), "{}\n");
            run.publish(
                    new Manifest(
                            new Definition("bones", "0123456789abcdef"),
                            List.of(),
                            "code sets",
                            "rules",
                            List.of(new Definition("ISCD_2019", "fedcba9876543210")),
                            null,
                            Disclosure.USUAL,
                            null,
                            new Manifest.Engine("1.0", "17", "4.2.0"),
                            List.of(),
                            Manifest.Verdict.PASSED,
                            List.of(new StageTime("assessing the children", Duration.ofMillis(61_500))),
                            started,
                            started.plusSeconds(70)),
                    List.of(),
                    JobOperation.KEEP_ALL);
        }
    }

    private record Result(int code, String out, String err) {}

    private Result execute(String... arguments) {
        CurrentStage stage = new CurrentStage();
        FailureReport failures = new FailureReport(stage, false);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Clock clock = Clock.fixed(TUESDAY, ZoneOffset.UTC);
        CommandLine commands = OsteoCohort.commandLine(new StudyOperations(clock), clock, stage, failures)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int code = OsteoCohort.execute(commands, failures, arguments);
        return new Result(code, out.toString(), err.toString());
    }

    @Test
    void listTellsEveryRunNewestFirstAndMarksTheLatest() {
        Result result = execute("runs", "list", output.toString());
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualToNormalizingNewlines("""
                run                         started                         verdict
                20260106T023000Z-abcdef12   2026-01-06T02:30:00Z            passed       latest
                20260105T023000Z-abcdef12   2026-01-05T02:30:00Z            passed
                """);
    }

    @Test
    void showTellsWhatARunWas() {
        Result latest = execute("runs", "show", output.toString());
        Result first = execute("runs", "show", output.toString(), "--run", FIRST);
        assertThat(latest.out().lines())
                .contains(
                        "run         " + SECOND + " (latest)",
                        "job         bones, digest 0123456789ab",
                        "verdict     passed",
                        "spark       4.2.0",
                        "phenotype   ISCD_2019, digest fedcba987654",
                        "stage       61.5 s assessing the children");
        assertThat(first.out()).startsWith("run         " + FIRST + System.lineSeparator());
    }

    @Test
    void showAsJsonIsTheManifest() throws IOException {
        Path manifest = output.resolve("runs").resolve(SECOND).resolve("manifest.json");
        JsonNode shown = new ObjectMapper()
                .readTree(execute("runs", "show", output.toString(), "--json").out());
        assertThat(shown).isEqualTo(new ObjectMapper().readTree(manifest.toFile()));
    }

    @Test
    void verifyIsSilentlyRightOrNamesEveryBadFile() throws IOException {
        Result right = execute("runs", "verify", output.toString());
        Path run = output.resolve("runs").resolve(SECOND);
        Files.writeString(run.resolve("reports/schema.json"), "{ }\n");
        Files.writeString(run.resolve("added.txt"), "");
        Files.delete(run.resolve("metrics.txt"));
        Result wrong = execute("runs", "verify", output.toString());
        Result other = execute("runs", "verify", output.toString(), "--run", FIRST);

        assertThat(right.code()).isZero();
        assertThat(right.out())
                .contains("The run " + SECOND + " is as it was published: 3 files, every hash and row count is right.");
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err().lines())
                .containsExactly(
                        run + ": metrics.txt is missing",
                        run + ": reports/schema.json is not what was written: its content has changed",
                        run + ": added.txt is not in the manifest",
                        "osteocohort: 3 problems while verifying the run (exit code 3: bad input)");
        assertThat(other.code()).isZero();
    }

    @Test
    void pruneRemovesOldRunsAndNeverTheLatest() throws IOException {
        publish(TUESDAY.plusSeconds(60));
        Result result = execute("runs", "prune", output.toString(), "--keep", "1");
        assertThat(result.code()).isZero();
        assertThat(result.out().lines()).containsExactly("removed " + SECOND, "removed " + FIRST, "2 runs removed.");
        assertThat(execute("runs", "prune", output.toString(), "--keep", "0").code())
                .isEqualTo(2);
    }

    @Test
    void pruneDoesNothingWhileARunIsMade() {
        try (RunFolder run = OutputFolder.of(output).start(TUESDAY, "abcdef12", stage -> {})) {
            Result result = execute("runs", "prune", output.toString(), "--keep", "1");
            assertThat(result.code()).isEqualTo(5);
            assertThat(result.err()).contains(run.runId(), "exit code 5: locked by another run");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "verify"})
    void whatIsNotThereIsSaidToBeMissing(String command) {
        assertThat(execute("runs", command, output.toString(), "--run", "nobody")
                        .code())
                .isEqualTo(2);
        Result empty = execute("runs", command, output.resolve("absent").toString());
        assertThat(empty.code()).isEqualTo(2);
        assertThat(empty.err()).contains("there is no published run here");
    }
}
