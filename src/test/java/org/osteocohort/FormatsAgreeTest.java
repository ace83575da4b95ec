package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.generate.Profile;
import org.osteocohort.generate.design.StudyWindow;
import org.osteocohort.generate.omop.OutputFiles;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.report.Folder;
import org.osteocohort.report.ReportCatalogue;
import org.osteocohort.testkit.DuckDb;
import org.osteocohort.testkit.SparkExtension;

/** The same children, written as OMOP and as FHIR, give the same reports, and the same facts about each of them. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatsAgreeTest {
    private static final int PATIENTS = 400;

    /**
     * What may differ in a column, as what is compared in its place: where a fact stands in its source is not, and a
     * code that OMOP gives as the standard concept only, a site's own SNOMED CT code, is the recorded one in FHIR.
     */
    private static final Map<String, String> COMPARED_AS = Map.of(
            "source_table", "NULL",
            "source_id", "NULL",
            "match", "replace(match, 'standard_concept', 'source_code')");

    /** The invented children have no rows that cannot be used. */
    private static final Set<String> EMPTY = Set.of("quarantine");

    private final DuckDb duckDb = open();
    private Path omop;
    private Path fhir;

    @BeforeAll
    void runBothStudies(SparkSession spark, @TempDir Path folder) throws IOException {
        Path asOmop = generate(folder, GeneratedFormat.OMOP);
        Path asFhir = generate(folder, GeneratedFormat.FHIR);
        omop = study(asOmop, ExtractFormat.OMOP, null, spark, folder.resolve("omop-out"));
        fhir = study(asFhir, ExtractFormat.FHIR, asOmop, spark, folder.resolve("fhir-out"));
    }

    private static DuckDb open() {
        try {
            return new DuckDb();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Path generate(Path folder, GeneratedFormat format) throws IOException {
        GenerateOptions options = new GenerateOptions(
                PATIENTS,
                7,
                folder.resolve(format.label()),
                format,
                OutputFiles.CSV_GZ,
                Profile.BONE_CLINIC,
                "sample",
                StudyWindow.USUAL,
                70,
                0);
        ExtractGenerator.generate(options);
        return options.extract();
    }

    private static Path study(Path extract, ExtractFormat format, Path vocabulary, SparkSession spark, Path output) {
        return KnownTruthTest.study(
                        new Extract("sample", format, extract, FileFormat.DETECTED, null, vocabulary), spark, output)
                .run();
    }

    @Test
    void theReportsAreTheSameToTheByte() throws IOException {
        assertThat(files(fhir.resolve("reports")))
                .isEqualTo(files(omop.resolve("reports")))
                .isNotEmpty();
        for (String report : files(omop.resolve("reports"))) {
            assertThat(fhir.resolve("reports").resolve(report))
                    .as(report)
                    .hasSameBinaryContentAs(omop.resolve("reports").resolve(report));
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Stream<String> restrictedTables() {
        return ReportCatalogue.entries().stream()
                .filter(entry -> entry.folder() == Folder.RESTRICTED)
                .map(entry -> entry.table().name());
    }

    @ParameterizedTest
    @MethodSource("restrictedTables")
    void whatIsKnownOfAChildIsTheSame(String table) throws SQLException {
        String columns = String.join(", ", comparedColumns(table));
        String inOmop = "SELECT " + columns + " FROM " + rows(omop, table);
        String inFhir = "SELECT " + columns + " FROM " + rows(fhir, table);
        assertThat(duckDb.rows("SELECT count(*) FROM " + rows(omop, table)).get(0))
                .as("rows of the table")
                .matches(EMPTY.contains(table) ? "0" : "[1-9]\\d*");
        assertThat(duckDb.rows(inOmop + " EXCEPT ALL " + inFhir + " ORDER BY ALL LIMIT 5"))
                .as("only from OMOP: " + columns)
                .isEmpty();
        assertThat(duckDb.rows(inFhir + " EXCEPT ALL " + inOmop + " ORDER BY ALL LIMIT 5"))
                .as("only from FHIR: " + columns)
                .isEmpty();
    }

    private List<String> comparedColumns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (String row : duckDb.rows("DESCRIBE SELECT * FROM " + rows(omop, table))) {
            String column = row.substring(0, row.indexOf(" | "));
            columns.add(COMPARED_AS.getOrDefault(column, '"' + column + '"'));
        }
        return columns;
    }

    private static String rows(Path run, String table) {
        Path path = run.resolve("restricted").resolve(table);
        return "'" + (Files.isDirectory(path) ? path + "/*.parquet" : path + ".parquet") + "'";
    }
}
