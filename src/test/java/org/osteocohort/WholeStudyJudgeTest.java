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
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.benchmark.DuckDbScript;
import org.osteocohort.benchmark.StudyScript;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;

/**
 * The whole study, done a second time: plain SQL run by DuckDB goes from the files of an extract to every report, and must
 * find the same rows of every child and the same numbers. The threshold is 1, so that nothing is hidden. It is the script
 * that the benchmark times.
 */
@ExtendWith(SparkExtension.class)
class WholeStudyJudgeTest {
    private static final int PATIENTS = 1_200;
    private static final long SEED = 20_261_130;
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

    /** Tables that the script looks for in folders; the others it takes as they are generated, in one file each. */
    private static final List<String> TABLES = List.of(
            "condition_occurrence",
            "drug_exposure",
            "measurement",
            "observation",
            "observation_period",
            "person",
            "procedure_occurrence",
            "visit_occurrence");

    @Test
    void everyRowAndEveryNumberIsFoundBySqlFromTheExtractToo(SparkSession spark, @TempDir Path folder)
            throws IOException, SQLException {
        Path extract = unsettled(folder);
        Path run = run(spark, extract, folder.resolve("out"));
        Path scripted = Files.createDirectory(folder.resolve("scripted"));
        DuckDbScript.answers(
                StudyScript.FILES,
                Map.of(
                        "extract", extract.toString(),
                        "codes", ShippedStudy.FOLDER.resolve("codes").toString(),
                        "local",
                                ShippedStudy.FOLDER
                                        .resolve("sample-local-codes.csv")
                                        .toString(),
                        "out", scripted.toString()));
        Map<String, String> outcomes = DuckDbScript.answers(
                List.of("benchmark/agreement"), Map.of("run", run.toString(), "out", scripted.toString()));
        assertThat(outcomes.keySet()).allMatch(outcome -> outcome.endsWith(" equal") || outcome.endsWith(" of nobody"));
        assertThat(outcomes.keySet())
                .as("reports and tables of children that were compared")
                .filteredOn(outcome -> outcome.endsWith(" equal"))
                .hasSize(20);
    }

    /** The extract of invented children who keep to no calendar. */
    private static Path unsettled(Path folder) throws IOException, SQLException {
        GenerateOptions options = GenerateOptions.usual(PATIENTS, SEED, folder.resolve("population"));
        ExtractGenerator.generate(options);
        Path extract = Files.createDirectory(folder.resolve("extract"));
        for (Path file : generated(options.extract())) {
            String table = file.getFileName().toString().replace(".parquet", "");
            if (TABLES.contains(table)) {
                Files.createDirectory(extract.resolve(table));
            } else {
                Files.copy(file, extract.resolve(file.getFileName()));
            }
        }
        DuckDbScript.answers(
                List.of("wholestudy/unsettled"),
                Map.of("from", options.extract().toString(), "to", extract.toString()));
        return extract;
    }

    private static List<Path> generated(Path extract) throws IOException {
        try (Stream<Path> files = Files.list(extract)) {
            return files.toList();
        }
    }

    private static Path run(SparkSession spark, Path extract, Path output) throws IOException {
        Job job = JobReader.read(
                ShippedStudy.FOLDER.resolve("sample.yaml"),
                Map.of(
                        "extracts[0].path",
                        extract.toAbsolutePath().toString(),
                        "output",
                        output.toAbsolutePath().toString(),
                        "disclosure.threshold",
                        "1"));
        return new CohortStudy(job, spark, Clock.fixed(STARTED, ZoneOffset.UTC), stage -> {})
                .run(STARTED)
                .run();
    }
}
