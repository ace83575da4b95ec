package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.generate.Profile;
import org.osteocohort.generate.design.StudyWindow;
import org.osteocohort.generate.omop.OutputFiles;
import org.osteocohort.testkit.DuckDb;

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
