package org.osteocohort.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.generate.design.StudyWindow;
import org.osteocohort.generate.omop.OutputFiles;
import org.osteocohort.problem.BadJobException;

class ExtractGeneratorTest {
    private static final List<String> TABLES = List.of(
            "person",
            "observation_period",
            "visit_occurrence",
            "condition_occurrence",
            "drug_exposure",
            "procedure_occurrence",
            "measurement",
            "observation",
            "death",
            "concept",
            "concept_ancestor",
            "concept_relationship");

    @TempDir
    private Path folder;

    private GenerateOptions options(String name, OutputFiles files, long rowsPerFile) {
        return new GenerateOptions(
                200,
                42,
                folder.resolve(name),
                GeneratedFormat.OMOP,
                files,
                Profile.BONE_CLINIC,
                "sample",
                StudyWindow.USUAL,
                70,
                rowsPerFile);
    }

    @ParameterizedTest
    @EnumSource(OutputFiles.class)
    void theSameOptionsGiveTheSameBytes(OutputFiles files) throws Exception {
        ExtractGenerator.generate(options("first", files, 0));
        ExtractGenerator.generate(options("second", files, 0));
        assertThat(digests(folder.resolve("first")))
                .hasSize(TABLES.size() + 1)
                .isEqualTo(digests(folder.resolve("second")));
    }

    @Test
    void fhirIsWrittenAsABulkExportAndTheSameTwice() throws Exception {
        for (String name : List.of("first", "second")) {
            GenerateOptions usual = options(name, OutputFiles.CSV_GZ, 5_000);
            ExtractGenerator.generate(new GenerateOptions(
                    usual.patients(),
                    usual.seed(),
                    usual.output(),
                    GeneratedFormat.FHIR,
                    usual.files(),
                    usual.profile(),
                    usual.site(),
                    usual.window(),
                    usual.eventsPerPatient(),
                    usual.rowsPerFile()));
        }
        assertThat(digests(folder.resolve("first"))).isEqualTo(digests(folder.resolve("second")));
        try (Stream<Path> files = Files.list(folder.resolve("first/fhir"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("Patient.000.ndjson.gz", "Observation.000.ndjson.gz", "Observation.001.ndjson.gz")
                    .allMatch(name -> name.matches("[A-Z][A-Za-z]+\\.\\d{3}\\.ndjson\\.gz"));
        }
    }

    @Test
    void csvAndParquetHoldTheSameRows() throws Exception {
        ExtractGenerator.generate(options("parquet", OutputFiles.PARQUET, 0));
        ExtractGenerator.generate(options("csv", OutputFiles.CSV, 0));
        ExtractGenerator.generate(options("gz", OutputFiles.CSV_GZ, 0));
        for (String table : TABLES) {
            String parquet = "read_parquet('" + folder.resolve("parquet/omop/" + table + ".parquet") + "')";
            for (String text : List.of("csv/omop/" + table + ".csv", "gz/omop/" + table + ".csv.gz")) {
                String csv = "read_csv('" + folder.resolve(text) + "', header = true, all_varchar = true)";
                assertThat(differences(parquet, csv)).as(text).isZero();
            }
        }
    }

    @Test
    void partsHoldTheSameRowsAsOneFile() throws Exception {
        ExtractGenerator.generate(options("one", OutputFiles.PARQUET, 0));
        GenerateSummary summary = ExtractGenerator.generate(options("parts", OutputFiles.PARQUET, 1_000));
        Path parts = folder.resolve("parts/omop/condition_occurrence");
        assertThat(parts.resolve("part-0000.parquet")).exists();
        try (Stream<Path> files = Files.list(parts)) {
            assertThat(files.count()).isEqualTo((summary.rows().get("condition_occurrence") + 999) / 1_000);
        }
        String one = "read_parquet('" + folder.resolve("one/omop/condition_occurrence.parquet") + "')";
        assertThat(differences(one, "read_parquet('" + parts.resolve("*.parquet") + "')"))
                .isZero();
    }

    @Test
    void identifiersAreUniqueAndEveryReferenceHolds() throws Exception {
        ExtractGenerator.generate(options("extract", OutputFiles.PARQUET, 0));
        for (String table : List.of("condition_occurrence", "drug_exposure", "procedure_occurrence", "measurement")) {
            String key = table.equals("condition_occurrence")
                            || table.equals("procedure_occurrence")
                            || table.equals("drug_exposure")
                    ? table + "_id"
                    : "measurement_id";
            assertThat(number("select count(*) - count(distinct " + key + ") from " + read(table)))
                    .isZero();
            assertThat(number("select count(*) from " + read(table) + " anti join " + read("person")
                            + " using (person_id)"))
                    .isZero();
            assertThat(number("select count(*) from " + read(table)
                            + " where visit_occurrence_id is not null and visit_occurrence_id not in"
                            + " (select visit_occurrence_id from " + read("visit_occurrence") + ")"))
                    .isZero();
        }
        assertThat(number("select count(*) - count(distinct concept_id) from " + read("concept")))
                .isZero();
        assertThat(number("select count(*) from " + read("condition_occurrence")
                        + " where condition_source_concept_id not in (select concept_id from " + read("concept")
                        + " union all select 0)"))
                .isZero();
    }

    @Test
    void everyDrugLeadsToAnIngredientByItsConceptOrByTheMapOfItsSource() throws Exception {
        ExtractGenerator.generate(options("extract", OutputFiles.PARQUET, 0));
        String standard = "select drug_exposure_id, coalesce(nullif(drug_concept_id, 0), concept_id_2) as product from "
                + read("drug_exposure") + " left join " + read("concept_relationship")
                + " on drug_source_concept_id = concept_id_1 and relationship_id = 'Maps to'";
        assertThat(number("select count(distinct drug_exposure_id) from (" + standard + ") join "
                        + read("concept_ancestor") + " on product = descendant_concept_id"
                        + " where min_levels_of_separation = 1"))
                .isEqualTo(number("select count(*) from " + read("drug_exposure")));
        assertThat(number("select count(*) from " + read("drug_exposure") + " where drug_concept_id = 0"))
                .isPositive();
    }

    @Test
    void heightAdjustedScoresStandUnderTheHospitalsOwnCodes() throws Exception {
        ExtractGenerator.generate(options("extract", OutputFiles.PARQUET, 0));
        assertThat(number("select count(distinct measurement_source_value) from " + read("measurement")
                        + " where measurement_concept_id = 0 and measurement_source_concept_id = 0"
                        + " and measurement_source_value in ('TBLH_Z', 'TBLH_HAZ_Z', 'LS_HAZ_Z')"))
                .isEqualTo(3);
    }

    @Test
    void aThousandPatientsOfABoneClinicAreUnderFourMegabytes() throws IOException {
        GenerateSummary summary = ExtractGenerator.generate(GenerateOptions.usual(1_000, 42, folder.resolve("sample")));
        assertThat(summary.bytes()).isLessThan(4_000_000);
        assertThat(summary.rows()).containsEntry("person", 1_000L);
    }

    @Test
    void aFolderThatHoldsAnythingIsRefused() throws IOException {
        Path output = Files.createDirectories(folder.resolve("full"));
        Files.writeString(output.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> ExtractGenerator.generate(options("full", OutputFiles.CSV, 0)))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("is empty");
        assertThat(output).isDirectoryContaining(file -> file.endsWith("notes.txt"));
    }

    @Test
    void everyBadOptionIsToldAtOnce() {
        StudyWindow narrow = new StudyWindow(LocalDate.of(2014, 1, 1), LocalDate.of(2020, 1, 1));
        GenerateOptions bad = new GenerateOptions(
                0,
                1,
                folder.resolve("bad"),
                GeneratedFormat.OMOP,
                OutputFiles.CSV,
                Profile.GENERAL,
                "a:b",
                narrow,
                0,
                -1);
        assertThatThrownBy(() -> ExtractGenerator.generate(bad))
                .isInstanceOfSatisfying(
                        BadJobException.class,
                        exception -> assertThat(exception.problems()).hasSize(5));
        assertThat(folder.resolve("bad")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "bone-clinic"})
    void aProfileIsNamedAsOnTheCommandLine(String label) {
        assertThat(Stream.of(Profile.values()).map(Profile::label)).contains(label);
    }

    private String read(String table) {
        return "read_parquet('" + folder.resolve("extract/omop/" + table + ".parquet") + "')";
    }

    /** Rows that are in one of the two only, all columns as text. */
    private static long differences(String first, String second) throws SQLException {
        String left = "(select columns(*)::varchar from " + first + ")";
        String right = "(select columns(*)::varchar from " + second + ")";
        return number("select (select count(*) from (" + left + " except all " + right + ")) + (select count(*) from ("
                + right + " except all " + left + "))");
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Map<String, String> digests(Path root) throws IOException, NoSuchAlgorithmException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                digests.put(root.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }
        return digests;
    }
}
