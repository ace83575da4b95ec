package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.codes.CodeSetReader;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.JobReader;
import org.osteocohort.phenotype.PhenotypeReader;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.statistics.StandardPopulation;
import org.osteocohort.testkit.DuckDb;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.SpoiledExtract;

/**
 * Names that a spreadsheet would run, a browser would draw or a file system would follow, from the job file to every
 * file that a run writes: what stands in tables is refused at the door, and what is free text stays text.
 */
@ExtendWith(SparkExtension.class)
class HostileNamesTest {
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final String NAME = "=cmd()!A1 ../../../owned $(touch owned) \"{x=\\\\y} " + MARKUP;

    @TempDir
    private Path folder;

    private Path extract;
    private Path job;

    @BeforeEach
    void write() throws IOException {
        Path hostile = Files.createDirectories(folder.resolve("=cmd " + MARKUP));
        extract = hostile.resolve("extract");
        new SpoiledExtract(extract, ExtractFormat.FHIR, "Condition");
        Path shipped = ShippedStudy.FOLDER.toAbsolutePath();
        job = Files.writeString(hostile.resolve("job.yaml"), """
                name: '%s'
                extracts:
                  - {site: north, format: fhir, path: extract, deidentification: limited-data-set}
                study: {start: 2016-01-01, end: 2022-12-31}
                population: {minAgeYears: 0, maxAgeYears: 19}
                codeSets: %s/codes
                phenotypes: [%s/phenotypes/dx-code.yaml]
                output: output
                """.formatted(NAME, shipped, shipped));
    }

    private Path run(SparkSession spark) {
        return new CohortStudy(JobReader.read(job, Map.of()), spark, Clock.fixed(STARTED, ZoneOffset.UTC), stage -> {})
                .run(STARTED)
                .run();
    }

    private void nameAFile(String name) throws IOException {
        Path conditions = extract.resolve("Condition.ndjson");
        Files.writeString(conditions, Files.readString(conditions) + "{no json\n");
        Files.move(conditions, extract.resolve(name));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void freeTextStaysTextInEveryFileOfARun(SparkSession spark) throws Exception {
        nameAFile("a" + MARKUP + "=cmd.ndjson");
        List<Path> before = files(folder);
        Path run = run(spark);
        Path output = job.resolveSibling("output");
        assertThat(files(folder).stream().filter(file -> !file.startsWith(output)))
                .as("nothing is written beside the output")
                .containsExactlyInAnyOrderElementsOf(before);
        assertThat(run.getParent()).isEqualTo(output.resolve("runs"));
        assertThat(files(run))
                .extracting(file -> file.getFileName().toString())
                .allMatch(name -> name.matches("[A-Za-z0-9_-]+\\.(parquet|json|html|txt|sha256)|SHA256SUMS"));
        String page = Files.readString(run.resolve("reports/report.html")).replaceAll("(?s)<script>.*?</script>", "");
        assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img");
        assertThat(new ObjectMapper()
                        .readTree(run.resolve("manifest.json").toFile())
                        .path("job")
                        .path("name")
                        .asText())
                .isEqualTo(NAME);
        assertThat(Files.readAllLines(run.resolve("metrics.txt")))
                .allMatch(line ->
                        line.matches("#.*|[a-z0-9_]+(\\{([a-z0-9_]+=\"([^\"\\\\]|\\\\.)*\",?)*})? [-+0-9.eE]+"));
        for (Path file : files(run)) {
            if (file.toString().endsWith(".parquet")) {
                assertThat(formulas(file)).as(file.toString()).isEmpty();
            }
        }
    }

    /** Values of text columns that a spreadsheet would take for a formula. */
    private static List<String> formulas(Path file) throws Exception {
        DuckDb duckDb = new DuckDb();
        List<String> found = new ArrayList<>();
        for (String row : duckDb.rows("DESCRIBE SELECT * FROM '" + file + "'")) {
            String column = row.substring(0, row.indexOf(" | "));
            if (row.contains("VARCHAR")) {
                found.addAll(duckDb.rows("SELECT \"" + column + "\" FROM '" + file + "' WHERE regexp_matches(\""
                        + column + "\", '^[=+@\\t\\r-]')"));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd.ndjson", "+1.ndjson", "-1.ndjson", "@sum.ndjson"})
    void aFileNamedLikeAFormulaIsRefused(String name, SparkSession spark) throws Exception {
        nameAFile(name);
        assertThatThrownBy(() -> run(spark))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(name + ": the name of the file begins with '" + name.charAt(0) + "'");
        assertThat(job.resolveSibling("output").resolve("latest")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd()", "+1", "-1", "@sum", "../up", "a/b", "<b>", "a b", "a|b", "$(x)", "'a", "a\u0007b"})
    void aNameThatStandsInTablesIsPlainOrRefused(String name) throws IOException {
        Path codes = Files.createDirectories(folder.resolve("codes"));
        Files.writeString(
                codes.resolve("causes.csv"),
                "item,role,vocabulary,code,match,active,description,verified,source\n" + name
                        + ",secondary_cause,ICD10CM,M81.8,exact,yes,a,b,c\n");
        assertThat(CodeSetReader.read(codes, List.of()).problems())
                .extracting(Problem::what)
                .anyMatch(what -> what.startsWith("item is '"));

        Path definition = Files.writeString(
                folder.resolve("definition.yaml"),
                Files.readString(ShippedStudy.FOLDER.resolve("phenotypes/dx-code.yaml"))
                        .replace("name: DX_CODE", "name: " + quoted(name)));
        List<Problem> problems = new ArrayList<>();
        PhenotypeReader.read(definition, problems);
        assertThat(problems).extracting(Problem::what).anyMatch(what -> what.startsWith("key 'name' is '"));

        Path standard = Files.writeString(
                folder.resolve("standard.csv"), "standard,age_from,age_to,weight\n" + name + ",0,18,1\n");
        assertThatThrownBy(() -> StandardPopulation.read(standard))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("standard is '");

        Files.writeString(job, Files.readString(job).replace("site: north", "site: " + quoted(name)));
        assertThatThrownBy(() -> JobReader.read(job, Map.of()))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("key 'extracts[0].site' is '");
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\u0007", "\\a") + "\"";
    }
}
