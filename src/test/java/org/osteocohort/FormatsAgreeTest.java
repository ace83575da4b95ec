package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

/** The same children, written in each format, give the same reports, and the same facts about each of them. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatsAgreeTest {
    private static final int PATIENTS = 400;

    /**
     * What may differ in a column, as what is compared in its place: where a fact stands in its source is not, and a
     * code that OMOP gives as the standard concept only, a site's own SNOMED CT code, is the recorded one elsewhere.
     */
    private static final Map<String, String> COMPARED_AS = Map.of(
            "source_table", "NULL",
            "source_id", "NULL",
            "match", "replace(match, 'standard_concept', 'source_code')");

    /** What a format has no place for, by column; the README tells the same. */
    private static final Map<GeneratedFormat, Map<String, String>> NOT_CARRIED = Map.of(
            GeneratedFormat.FHIR, Map.of(),
            // What a pharmacy gives out has days of supply and no last day; it is the same day all the same.
            GeneratedFormat.PCORNET, Map.of("end_source", "replace(end_source, 'recorded_end', 'days_supply')"),
            // No quantities, so no doses.
            GeneratedFormat.SYNTHEA,
                    Map.of(
                            "daily_mg", "NULL",
                            "cumulative_mg", "NULL",
                            "prednisone_equivalent_mg", "NULL",
                            "mg_kg_day", "NULL"));

    /** Reports that tell of the extract's own tables, also the page, and the list of checksums that holds theirs. */
    private static final Set<String> OF_THE_EXTRACT = Set.of("data_quality.parquet", "report.html", "SHA256SUMS");

    /** The invented children have no rows that cannot be used. */
    private static final Set<String> EMPTY = Set.of("quarantine");

    private final DuckDb duckDb = open();
    private final Map<GeneratedFormat, Path> runs = new EnumMap<>(GeneratedFormat.class);

    @BeforeAll
    void runAllStudies(SparkSession spark, @TempDir Path folder) throws IOException {
        Path asOmop = generate(folder, GeneratedFormat.OMOP);
        for (GeneratedFormat format : GeneratedFormat.values()) {
            boolean omop = format == GeneratedFormat.OMOP;
            Path extract = omop ? asOmop : generate(folder, format);
            Path vocabulary = omop ? null : asOmop;
            runs.put(format, study(extract, format, vocabulary, spark, folder.resolve(format.label() + "-out")));
        }
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

    private static Path study(Path extract, GeneratedFormat format, Path vocabulary, SparkSession spark, Path output) {
        ExtractFormat ours = ExtractFormat.valueOf(format.name());
        return KnownTruthTest.study(
                        new Extract("sample", ours, extract, FileFormat.DETECTED, null, vocabulary), spark, output)
                .run();
    }

    private static Stream<GeneratedFormat> otherFormats() {
        return Stream.of(GeneratedFormat.values()).filter(format -> format != GeneratedFormat.OMOP);
    }

    @ParameterizedTest
    @MethodSource("otherFormats")
    void theReportsAreTheSameToTheByte(GeneratedFormat format) throws IOException {
        Path expected = runs.get(GeneratedFormat.OMOP).resolve("reports");
        Path found = runs.get(format).resolve("reports");
        assertThat(files(found)).isEqualTo(files(expected)).isNotEmpty();
        for (String report : files(expected)) {
            if (OF_THE_EXTRACT.contains(report)) {
                continue;
            }
            assertThat(found.resolve(report)).as(report).hasSameBinaryContentAs(expected.resolve(report));
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Stream<Arguments> restrictedTables() {
        return otherFormats()
                .flatMap(format -> ReportCatalogue.entries().stream()
                        .filter(entry -> entry.folder() == Folder.RESTRICTED)
                        .map(entry -> Arguments.of(format, entry.table().name())));
    }

    @ParameterizedTest
    @MethodSource("restrictedTables")
    void whatIsKnownOfAChildIsTheSame(GeneratedFormat format, String table) throws SQLException {
        String omop = rows(runs.get(GeneratedFormat.OMOP), table);
        String other = rows(runs.get(format), table);
        String columns = String.join(", ", comparedColumns(omop, NOT_CARRIED.get(format)));
        String expected = "SELECT " + columns + " FROM " + omop;
        String found = "SELECT " + columns + " FROM " + other;
        assertThat(duckDb.rows("SELECT count(*) FROM " + omop).get(0))
                .as("rows of the table")
                .matches(EMPTY.contains(table) ? "0" : "[1-9]\\d*");
        assertThat(duckDb.rows(expected + " EXCEPT ALL " + found + " ORDER BY ALL LIMIT 5"))
                .as("only from OMOP: " + columns)
                .isEmpty();
        assertThat(duckDb.rows(found + " EXCEPT ALL " + expected + " ORDER BY ALL LIMIT 5"))
                .as("only from " + format + ": " + columns)
                .isEmpty();
    }

    private List<String> comparedColumns(String rows, Map<String, String> notCarried) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (String row : duckDb.rows("DESCRIBE SELECT * FROM " + rows)) {
            String column = row.substring(0, row.indexOf(" | "));
            String compared = COMPARED_AS.getOrDefault(column, '"' + column + '"');
            columns.add(notCarried.getOrDefault(column, compared));
        }
        return columns;
    }

    @ParameterizedTest
    @MethodSource("otherFormats")
    void theFindingsAreOfTheSameQuality(GeneratedFormat format) throws SQLException {
        String quality = "SELECT * FROM '%s/reports/data_quality.parquet' WHERE layer = 'restricted' ORDER BY ALL";
        assertThat(duckDb.rows(quality.formatted(runs.get(format))))
                .isEqualTo(duckDb.rows(quality.formatted(runs.get(GeneratedFormat.OMOP))))
                .isNotEmpty();
    }

    @Test
    void theReadmeTellsEveryDifference() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        expected.put("all", new TreeSet<>(COMPARED_AS.keySet()));
        NOT_CARRIED.forEach((format, columns) -> {
            if (!columns.isEmpty()) {
                expected.put(format.label(), new TreeSet<>(columns.keySet()));
            }
        });
        assertThat(differencesOfTheReadme()).isEqualTo(expected);
    }

    /** The columns by format, from the table below its heading. */
    private static Map<String, Set<String>> differencesOfTheReadme() throws IOException {
        Map<String, Set<String>> columns = new TreeMap<>();
        Files.readString(Path.of("README.md"))
                .split("### Where a format cannot carry a fact", 2)[1]
                .lines()
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split(" *\\| *"))
                .forEach(cells -> Stream.of(cells[2].replace("`", "").split(", "))
                        .forEach(column -> columns.computeIfAbsent(cells[1], key -> new TreeSet<>())
                                .add(column)));
        return columns;
    }

    private static String rows(Path run, String table) {
        Path path = run.resolve("restricted").resolve(table);
        String files = "'" + (Files.isDirectory(path) ? path + "/*.parquet" : path + ".parquet") + "'";
        // What is told and hidden of the extract's own tables differs as they do.
        return switch (table) {
            case "suppression" -> "(SELECT * FROM " + files + " WHERE cell NOT LIKE '%layer=extract%')";
            // So does the digest of all that was decided about.
            case "released" ->
                "(SELECT * EXCLUDE (decided_on) FROM " + files + " WHERE cell NOT LIKE '%layer=extract%')";
            case "suppression_summary" -> "(SELECT * FROM " + files + " WHERE report_table <> 'data_quality')";
            default -> files;
        };
    }
}
