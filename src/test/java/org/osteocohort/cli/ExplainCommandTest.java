package org.osteocohort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.explain.PatientRecord;
import org.osteocohort.explain.PatientStory;
import org.osteocohort.job.Disclosure;
import org.osteocohort.job.JobOperation;
import org.osteocohort.parquet.ParquetTableWriter;
import org.osteocohort.publish.Manifest;
import org.osteocohort.publish.Manifest.Definition;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.publish.PublishedTable;
import org.osteocohort.publish.RunFolder;
import org.osteocohort.report.RestrictedRows;
import org.osteocohort.table.Table;
import org.osteocohort.testkit.RestrictedChild;
import picocli.CommandLine;

/** The command on a published run with three children in two parts of each table. */
class ExplainCommandTest {
    private static final Instant NIGHT = Instant.parse("2026-01-02T03:04:05Z");
    private static final String RUN_ID = "20260102T030405Z-abcdef12";
    private static final List<String> PHENOTYPES = List.of("ISCD_2019", "URMC_SEED", "DX_CODE");
    private static final PatientRecord GIRL = RestrictedChild.girl("north:1");
    private static final PatientRecord OTHER_GIRL = RestrictedChild.girl("north:10");
    private static final PatientRecord BOY = RestrictedChild.blank("south:1", "male", "2011-11-11", "day");

    @TempDir
    private Path output;

    private Path run;

    @BeforeEach
    void publishARun() throws IOException {
        List<PublishedTable> tables = new ArrayList<>();
        try (RunFolder folder = OutputFolder.of(output).start(NIGHT, "abcdef12", stage -> {})) {
            write(folder, 0, List.of(GIRL, OTHER_GIRL));
            write(folder, 1, List.of(BOY));
            for (String table :
                    List.of("patients", "tags", "fractures", "bone_density", "exposures", "cohort", "evidence")) {
                tables.add(new PublishedTable("restricted/" + table, rows(table)));
            }
            run = folder.publish(manifest(), tables, JobOperation.KEEP_ALL).path();
        }
    }

    private static int rows(String table) {
        return switch (table) {
            case "patients" -> 1 + 2;
            case "tags" -> 2 * GIRL.tags().size();
            case "fractures" -> 2 * GIRL.fractures().size();
            case "bone_density" -> 2 * GIRL.boneDensity().size();
            case "exposures" -> 2 * GIRL.exposures().size();
            case "cohort" -> 2 * GIRL.cohort().size();
            default -> 2 * GIRL.evidence().size();
        };
    }

    private static void write(RunFolder folder, int part, List<PatientRecord> children) throws IOException {
        write(
                folder,
                part,
                RestrictedRows.PATIENTS,
                children.stream().map(PatientRecord::patient).toList());
        write(
                folder,
                part,
                RestrictedRows.TAGS,
                children.stream().flatMap(child -> child.tags().stream()).toList());
        write(
                folder,
                part,
                RestrictedRows.FRACTURES,
                children.stream().flatMap(child -> child.fractures().stream()).toList());
        write(
                folder,
                part,
                RestrictedRows.BONE_DENSITY,
                children.stream().flatMap(child -> child.boneDensity().stream()).toList());
        write(
                folder,
                part,
                RestrictedRows.EXPOSURES,
                children.stream().flatMap(child -> child.exposures().stream()).toList());
        write(
                folder,
                part,
                RestrictedRows.COHORT,
                children.stream().flatMap(child -> child.cohort().stream()).toList());
        write(
                folder,
                part,
                RestrictedRows.EVIDENCE,
                children.stream().flatMap(child -> child.evidence().stream()).toList());
    }

    private static <R extends Record> void write(RunFolder folder, int part, Table<R> table, List<R> rows)
            throws IOException {
        Path files = Files.createDirectories(folder.restricted().resolve(table.name()));
        ParquetTableWriter.write(files.resolve("part-0000" + part + ".parquet"), table, rows, Map.of());
    }

    private static Manifest manifest() {
        List<Definition> phenotypes =
                PHENOTYPES.stream().map(name -> new Definition(name, "d")).toList();
        return new Manifest(
                new Definition("job", "d"),
                List.of(),
                "d",
                "d",
                phenotypes,
                null,
                Disclosure.USUAL,
                null,
                new Manifest.Engine("1", "17", "4"),
                List.of(),
                Manifest.Verdict.NOT_JUDGED,
                List.of(),
                NIGHT,
                NIGHT);
    }

    @Test
    void theChildOfTheIdentifierIsToldAndNoOther() {
        Result girl = execute(run, "north:1");
        Result boy = execute(run, "south:1");

        assertThat(girl.err()).isEmpty();
        assertThat(girl.code()).isZero();
        assertThat(girl.out()).isEqualTo(PatientStory.tell(RUN_ID, PHENOTYPES, GIRL));
        assertThat(boy.out()).isEqualTo(PatientStory.tell(RUN_ID, PHENOTYPES, BOY));
    }

    @Test
    void anOutputFolderMeansItsLatestRun() {
        assertThat(execute(output, "north:10").out())
                .isEqualTo(PatientStory.tell(RUN_ID, PHENOTYPES, OTHER_GIRL))
                .startsWith("Patient north:10 in the run " + RUN_ID);
    }

    @Test
    void anUnknownChildIsToldWithNothingButWhatWasTyped() {
        Result result = execute(run, "north:100");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .containsExactly(
                        "--patient north:100: the run has no such patient; expected a patient_id of its restricted"
                                + " tables",
                        "osteocohort: 1 problem while reading the run (exit code 2: bad job or arguments)");
    }

    @Test
    void aFolderThatIsNoRunIsABadArgument() throws IOException {
        Files.writeString(output.resolve("latest"), "../elsewhere\n");

        for (Path folder : List.of(output, output.resolve("runs"), output.resolve("absent"))) {
            Result result = execute(folder, "north:1");

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains(folder + ": no published run is here");
        }
    }

    @Test
    void reportsWithoutRestrictedTablesShowNobody() throws IOException {
        Path tags = run.resolve("restricted/tags");
        Files.move(tags, run.resolve("restricted/moved"));

        Result result = execute(run, "north:1");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(tags + ": this restricted table is missing");
    }

    @Test
    void aDamagedTableOrManifestIsBadInput() throws IOException {
        Files.writeString(run.resolve("restricted/tags/part-00001.parquet"), "PAR1");
        Result table = execute(run, "north:1");
        Files.writeString(run.resolve(RunFolder.MANIFEST), "{\"run_id\": ");
        Result manifest = execute(run, "north:1");

        assertThat(table.code()).isEqualTo(3);
        assertThat(table.out()).isEmpty();
        assertThat(table.err()).contains("is not a complete Parquet file of the table tags");
        assertThat(manifest.code()).isEqualTo(3);
        assertThat(manifest.err()).contains("manifest.json: this is not the manifest of a run");
    }

    @Test
    void theHelpWarnsThatItShowsAPatient() {
        assertThat(execute("explain", "--help").out())
                .contains("SHOWS A PATIENT")
                .contains("do not send its output to a log");
    }

    private record Result(int code, String out, String err) {}

    private static Result execute(Path folder, String patientId) {
        return execute("explain", folder.toString(), "--patient", patientId);
    }

    private static Result execute(String... arguments) {
        CurrentStage stage = new CurrentStage();
        FailureReport failures = new FailureReport(stage, false);
        Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = OsteoCohort.commandLine(new StudyOperations(clock), clock, stage, failures)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int code = OsteoCohort.execute(commandLine, failures, arguments);
        return new Result(code, out.toString(), err.toString());
    }
}
