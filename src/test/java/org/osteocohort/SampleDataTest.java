package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.generate.Profile;
import org.osteocohort.generate.design.StudyWindow;
import org.osteocohort.generate.omop.OutputFiles;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.testkit.DuckDb;
import org.osteocohort.testkit.SparkExtension;

/** The sample data in the project is what the command in its README writes. */
class SampleDataTest {
    private static final Path COMMITTED = Path.of("sample-data");
    private static final long MOST_BYTES = 5_000_000;
    private static final int PATIENTS = 1_000;
    private static final long SEED = 42;
    private static final int EVENTS_PER_PATIENT = 55;
    private static final String COMMAND = "jobs/osteocohort generate --patients " + PATIENTS + " --seed " + SEED
            + " --profile bone-clinic --events-per-patient " + EVENTS_PER_PATIENT + " --output sample-data";
    private static final String RENEW = "renew the sample data: remove sample-data/omop and sample-data/truth.csv, run "
            + COMMAND.replace("--output sample-data", "--output target/sample-data") + " and copy the result";

    @TempDir
    private static Path folder;

    private static GenerateOptions options;

    @BeforeAll
    static void generate() throws IOException {
        options = new GenerateOptions(
                PATIENTS,
                SEED,
                folder.resolve("generated"),
                GeneratedFormat.OMOP,
                OutputFiles.PARQUET,
                Profile.BONE_CLINIC,
                "sample",
                StudyWindow.USUAL,
                EVENTS_PER_PATIENT,
                0);
        ExtractGenerator.generate(options);
    }

    @Test
    void theReadmeHoldsTheCommand() throws IOException {
        assertThat(COMMITTED.resolve("README.md")).content().contains(COMMAND);
    }

    @Test
    void theTruthIsTheSame() {
        assertThat(COMMITTED.resolve("truth.csv")).as(RENEW).hasSameBinaryContentAs(options.truth());
    }

    @Test
    void theTablesAreTheSame() throws IOException {
        assertThat(tables(COMMITTED.resolve("omop"))).as(RENEW).isEqualTo(tables(options.extract()));
    }

    /** Rows and not bytes: another version of the Parquet library may write the same rows in other bytes. */
    @ParameterizedTest
    @MethodSource("tablesOfTheSample")
    void everyTableHasTheSameRows(String table) throws SQLException {
        String committed = "SELECT * FROM '" + COMMITTED.resolve("omop").resolve(table) + "'";
        String generated = "SELECT * FROM '" + options.extract().resolve(table) + "'";
        DuckDb duckDb = new DuckDb();
        assertThat(duckDb.rows(committed)).isNotEmpty();
        assertThat(duckDb.rows("DESCRIBE " + committed)).as(RENEW).isEqualTo(duckDb.rows("DESCRIBE " + generated));
        assertThat(duckDb.rows(committed + " EXCEPT ALL " + generated))
                .as(RENEW)
                .isEmpty();
        assertThat(duckDb.rows(generated + " EXCEPT ALL " + committed))
                .as(RENEW)
                .isEmpty();
    }

    static List<String> tablesOfTheSample() throws IOException {
        return tables(COMMITTED.resolve("omop"));
    }

    /** The other formats: 200 children each, gzipped text, of which the text is compared. */
    @ParameterizedTest
    @CsvSource({"FHIR, 43", "PCORNET, 44", "SYNTHEA, 45"})
    void theOtherFormatsAreTheSame(GeneratedFormat format, long seed) throws IOException {
        GenerateOptions other = new GenerateOptions(
                200,
                seed,
                folder.resolve(format.label()),
                format,
                OutputFiles.CSV_GZ,
                Profile.BONE_CLINIC,
                "sample",
                StudyWindow.USUAL,
                15,
                0);
        ExtractGenerator.generate(other);
        Path committed = COMMITTED.resolve(format.label());
        assertThat(COMMITTED.resolve("README.md"))
                .content()
                .contains("jobs/osteocohort generate --patients 200 --seed " + seed
                        + " --profile bone-clinic --events-per-patient 15 --files csv_gz --format " + format.label()
                        + " --output sample-data");
        assertThat(tables(committed)).isEqualTo(tables(other.extract())).isNotEmpty();
        for (String table : tables(committed)) {
            assertThat(text(committed.resolve(table)))
                    .as(table)
                    .isEqualTo(text(other.extract().resolve(table)));
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One run of three sites, each of another format, with the job that users start from. */
    @Test
    @ExtendWith(SparkExtension.class)
    void theJobOfThreeFormatsIsPublished(SparkSession spark) throws SQLException {
        Path file = Path.of("jobs/pediatric-osteoporosis/sample-formats.yaml");
        Map<String, String> fewReports = Map.of(
                "output",
                folder.resolve("output").toString(),
                "reports.periods[0]",
                "study",
                "reports.strata[0]",
                "sex");
        Job job = JobReader.read(file, fewReports);
        Instant started = Instant.parse("2026-01-02T03:04:05Z");
        StudyResult result =
                new CohortStudy(job, spark, Clock.fixed(started, ZoneOffset.UTC), stage -> {}).run(started);
        assertThat(result.isolated()).isEmpty();
        List<String> sites = new DuckDb()
                .rows("SELECT site || ' ' || count(*) FROM '" + result.run() + "/restricted/patients/*.parquet'"
                        + " GROUP BY site ORDER BY site");
        assertThat(sites).containsExactly("east 200", "north 200", "south 200");
    }

    @Test
    void theSampleStaysSmall() throws IOException {
        try (Stream<Path> files = Files.walk(COMMITTED)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(MOST_BYTES);
        }
    }

    private static List<String> tables(Path extract) throws IOException {
        try (Stream<Path> files = Files.list(extract)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
