package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.job.Deidentification;
import org.osteocohort.job.Disclosure;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobOperation;
import org.osteocohort.job.OnFailure;
import org.osteocohort.job.OutputLocation;
import org.osteocohort.job.Population;
import org.osteocohort.job.Quality;
import org.osteocohort.job.StudyPeriod;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.problem.QualityGateException;
import org.osteocohort.testkit.DuckDb;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.TableFile;

/**
 * A good extract of two children, spoiled in one way at a time: the run is refused with the place and the reason, tells
 * nothing of the children, and publishes nothing.
 */
@ExtendWith(SparkExtension.class)
class BadInputTest {
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");
    private static final StudyPeriod STUDY =
            new StudyPeriod(LocalDate.parse("2016-01-01"), LocalDate.parse("2023-12-31"));
    private static final String PERSON = """
            person_id | gender_concept_id | birth_datetime
            777000111 | 8507              | 2009-04-23
            777000222 | 8532              | 2011-10-17""";
    private static final String PERIOD = """
            observation_period_id | person_id | observation_period_start_date | observation_period_end_date
            888000111             | 777000111 | 2014-02-19                    | 2021-08-13
            888000222             | 777000222 | 2015-06-11                    | 2022-09-27""";
    private static final String CONDITION = """
            condition_occurrence_id | person_id | condition_start_date | condition_source_value
            999000111               | 777000111 | 2017-11-05           | S72.301A
            999000222               | 777000222 | 2018-03-29           | M81.8""";

    /** Seen when the driver looks at the first rows of each file, before the scan. */
    private static final String DAMAGED = "the file cannot be read: it is damaged, cut off or not what its name says";

    private static final String BROKEN =
            "the file cannot be read to its end: it is damaged, cut off or was changed during the run";

    /** What no message may hold: every identifier, day and code of the three pictures. */
    private static final List<String> VALUES = Stream.of(PERSON, PERIOD, CONDITION)
            .flatMap(String::lines)
            .flatMap(line -> Arrays.stream(line.split("\\|")))
            .map(String::strip)
            .filter(cell -> cell.matches(".*\\d.*") && cell.length() > 4)
            .toList();

    @TempDir
    private Path folder;

    private Path extract;
    private Path output;

    @BeforeEach
    void writeTheGoodExtract() {
        // Spark writes such names with escapes, an operator does not.
        extract = folder.resolve("extract, 100% north");
        output = folder.resolve("output");
        TableFile.write(extract, "person.csv", PERSON);
        TableFile.write(extract, "observation_period.csv", PERIOD);
        TableFile.write(extract, "condition_occurrence.csv", CONDITION);
    }

    private StudyResult run(SparkSession spark, Character delimiter, StudyPeriod study) {
        return run(
                spark,
                study,
                new Quality(1),
                new Extract("north", ExtractFormat.OMOP, extract, FileFormat.DETECTED, delimiter, null));
    }

    private StudyResult run(SparkSession spark, StudyPeriod study, Quality quality, Extract... extracts) {
        Job job = new Job(
                "bad input",
                List.of(extracts),
                study,
                new Population(0, 19),
                ShippedStudy.FOLDER.resolve("codes"),
                List.of(),
                List.of(ShippedStudy.FOLDER.resolve("phenotypes/dx-code.yaml")),
                OutputLocation.of(output),
                Disclosure.USUAL,
                ShippedStudy.FEW_REPORTS,
                List.of(),
                null,
                null,
                quality,
                JobOperation.NONE);
        return new CohortStudy(job, spark, Clock.fixed(STARTED, ZoneOffset.UTC), stage -> {}).run(STARTED);
    }

    /** The problems that the run is refused with, after a look at what it told and what it left. */
    private String refusal(SparkSession spark, Character delimiter, StudyPeriod study) {
        BadInputException refused = catchThrowableOfType(BadInputException.class, () -> run(spark, delimiter, study));
        assertThat(refused).as("the run is refused").isNotNull();
        StringWriter told = new StringWriter();
        refused.printStackTrace(new PrintWriter(told));
        assertThat(told.toString()).doesNotContain(VALUES);
        assertThat(output.resolve("latest")).doesNotExist();
        assertThat(entries(output.resolve("runs"))).isEmpty();
        return refused.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(extract.toString(), "<extract>"))
                .collect(Collectors.joining("\n"));
    }

    private String refusal(SparkSession spark) {
        return refusal(spark, null, STUDY);
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void writeParquet(String table, String select) throws SQLException, IOException {
        new DuckDb().execute("COPY (" + select + ") TO '" + extract.resolve(table + ".parquet") + "' (FORMAT parquet)");
        Files.deleteIfExists(extract.resolve(table + ".csv"));
    }

    private String readCsv(String table) {
        return "SELECT * FROM read_csv('" + extract.resolve(table + ".csv") + "', header = true)";
    }

    @Test
    void theExtractWithoutAFaultIsPublished(SparkSession spark) {
        assertThat(run(spark, null, STUDY).run()).isDirectory();
        assertThat(output.resolve("latest")).exists();
    }

    static Stream<Arguments> spoiledTables() {
        return Stream.of(
                Arguments.of("the file is there, but of no length", "person", "", """
                        <extract>/person.csv: the file is empty, not even a header: it was probably cut off"""),
                Arguments.of("a column is absent", "person", """
                        gender_concept_id | birth_datetime
                        8507              | 2009-04-23""", """
                        <extract>/person.csv: the table person lacks person_id"""),
                Arguments.of("columns are absent from a table of events", "condition_occurrence", """
                        condition_occurrence_id | person_id
                        999000111               | 777000111""", """
                        <extract>/condition_occurrence.csv: the table condition_occurrence lacks \
                        condition_start_date or condition_start_datetime; \
                        one of condition_concept_id, condition_source_concept_id, condition_source_value"""),
                Arguments.of("the header is absent", "person", """
                        777000111 | 8507 | 2009-04-23
                        777000222 | 8532 | 2011-10-17""", """
                        <extract>/person.csv: the table person lacks \
                        one of year_of_birth, birth_datetime, birth_date; person_id"""),
                Arguments.of("nobody is in it", "person", "person_id | birth_datetime", """
                        <extract>: the table person holds no usable row"""),
                Arguments.of("nobody is observed", "observation_period", """
                        person_id | observation_period_start_date | observation_period_end_date""", """
                        <extract>: nobody is observed on any day of the study; compare study.start and study.end \
                        of the job with the table observation_period"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiledTables")
    void aSpoiledTableIsNamedWithWhatIsWrong(
            String what, String table, String picture, String expected, SparkSession spark) {
        if (picture.isEmpty()) {
            TableFile.writeText(extract, table + ".csv", "");
        } else {
            TableFile.write(extract, table + ".csv", picture);
        }
        assertThat(refusal(spark)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "observation_period", "condition_occurrence"})
    void aTableThatTheStudyCannotDoWithoutIsMissed(String table, SparkSession spark) throws IOException {
        Files.delete(extract.resolve(table + ".csv"));
        assertThat(refusal(spark)).startsWith("<extract>: the table " + table + " is absent; looked for " + table);
    }

    @Test
    void anEmptyFolderLacksAllThatIsNeeded(SparkSession spark) throws IOException {
        for (Path table : entries(extract)) {
            Files.delete(table);
        }
        assertThat(refusal(spark).lines())
                .hasSize(3)
                .allMatch(line -> line.matches(
                        "<extract>: the table (person|observation_period|condition_occurrence) is absent.*"));
    }

    @Test
    void allProblemsOfTheFilesAreToldTogether(SparkSession spark) throws IOException {
        Files.delete(extract.resolve("person.csv"));
        TableFile.write(extract, "observation_period.csv", "person_id | observation_period_start_date");
        TableFile.writeText(extract, "measurement.csv", "");
        assertThat(refusal(spark).lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("<extract>: the table person is absent"))
                .anyMatch(line -> line.contains("observation_period_end_date"))
                .anyMatch(line -> line.startsWith("<extract>/measurement.csv: the file is empty"));
    }

    @Test
    void rowsThatContradictOthersArePutAwayWithTheirPlace(SparkSession spark) throws SQLException {
        TableFile.write(extract, "person.csv", PERSON + "\n777000111 | 8532 | 2009-04-23");
        TableFile.write(extract, "observation_period.csv", PERIOD + "\n88 | 777000111 | 2021-08-13 | 2014-02-19");
        TableFile.write(extract, "death.csv", """
                person_id | death_date
                777000111 | 2020-01-01
                777000222 | 2001-01-01""");
        TableFile.write(extract, "condition_occurrence.csv", CONDITION + "\n" + """
                1 | 777000111 | 2009-04-22 | M81.8
                2 | 777000111 | 2009-04-23 | M81.8
                3 | 777000111 | 2020-03-01 | M81.8
                4 | 777000111 | 2020-03-02 | M81.8
                5 | 777000333 | 2020-01-01 | M81.8
                6 | -         | 2020-01-01 | M81.8
                7 | -         | 2020-01-01 | of no interest
                8 | 777000111 | -          | M81.8""");
        Path run = run(spark, null, STUDY).run();
        assertThat(new DuckDb()
                        .rows("SELECT source_file, source_column, rule FROM '"
                                + run.resolve("restricted/quarantine/*.parquet") + "' ORDER BY ALL"))
                .containsExactly(
                        "condition_occurrence.csv | condition_start_date | missing",
                        "condition_occurrence.csv | date | after_death",
                        "condition_occurrence.csv | date | before_birth",
                        "condition_occurrence.csv | person_id | missing",
                        "condition_occurrence.csv | null | unknown_person",
                        "death.csv | death_date | before_birth",
                        "observation_period.csv | end | end_before_start",
                        "person.csv | null | duplicate_id");
    }

    @ParameterizedTest
    @CsvSource({"0.32, refused", "0.34, published"})
    void aTableWithTooManyFaultsStopsTheRun(double share, String expected, SparkSession spark) {
        TableFile.write(extract, "condition_occurrence.csv", CONDITION + "\n1 | 777000111 | 2009-04-22 | M81.8");
        Extract north = new Extract("north", ExtractFormat.OMOP, extract, FileFormat.DETECTED, null, null);
        QualityGateException stopped =
                catchThrowableOfType(QualityGateException.class, () -> run(spark, STUDY, new Quality(share), north));
        if (expected.equals("published")) {
            assertThat(stopped).isNull();
            assertThat(output.resolve("latest")).exists();
        } else {
            assertThat(stopped)
                    .hasMessage(extract + ": the table condition_occurrence holds more faults than"
                            + " quality.maxQuarantinedShare, 0.32, allows: 1 in 3 rows (before_birth in date: 1)");
            assertThat(output.resolve("latest")).doesNotExist();
        }
    }

    private Extract south(OnFailure onFailure) {
        return new Extract(
                "south",
                ExtractFormat.OMOP,
                folder.resolve("south"),
                FileFormat.DETECTED,
                null,
                null,
                Deidentification.LIMITED_DATA_SET,
                onFailure,
                null);
    }

    /** The second site's file of conditions breaks off while it is scanned, when Spark is at work already. */
    @Test
    void aSiteThatFailsIsLeftOutWhereTheJobAllowsItAndIsNamed(SparkSession spark) throws Exception {
        TableFile.write(folder.resolve("south"), "person.csv", PERSON);
        TableFile.write(folder.resolve("south"), "observation_period.csv", PERIOD);
        new DuckDb()
                .execute("COPY (SELECT range AS condition_occurrence_id, 777000111 AS person_id,"
                        + " DATE '2017-11-05' AS condition_start_date, 'S72.301A' || hash(range) AS condition_source_value"
                        + " FROM range(50000)) TO '" + folder.resolve("south/condition_occurrence.parquet")
                        + "' (FORMAT parquet)");
        damage(folder.resolve("south/condition_occurrence.parquet"), 0.4);
        Extract north = new Extract("north", ExtractFormat.OMOP, extract, FileFormat.DETECTED, null, null);
        StudyResult result = run(spark, STUDY, new Quality(1), north, south(OnFailure.ISOLATE));
        String why = folder.resolve("south/condition_occurrence.parquet") + ": " + DAMAGED;
        assertThat(result.isolated().get("south")).singleElement().hasToString(why);
        assertThat(result.run().resolve("manifest.json")).content().contains("\"isolated\" : true", why);
        assertThat(new DuckDb()
                        .rows("SELECT DISTINCT site FROM '" + result.run().resolve("restricted/patients/*.parquet")
                                + "' UNION ALL SELECT DISTINCT site FROM '"
                                + result.run().resolve("reports/prevalence.parquet") + "' WHERE site <> 'all'"))
                .as("a site that is missing has no row, not a row of zeros")
                .containsOnly("north");
    }

    @Test
    void aSiteThatMayNotBeLeftOutStopsTheRunAndSoDoesTheLastOne(SparkSession spark) throws IOException {
        Files.createDirectories(folder.resolve("south"));
        Extract north = new Extract("north", ExtractFormat.OMOP, extract, FileFormat.DETECTED, null, null);
        assertThat(catchThrowableOfType(
                        BadInputException.class, () -> run(spark, STUDY, new Quality(1), north, south(OnFailure.STOP))))
                .hasMessageContaining("south: the table person is absent");
        assertThat(catchThrowableOfType(
                        BadInputException.class, () -> run(spark, STUDY, new Quality(1), south(OnFailure.ISOLATE))))
                .hasMessageContaining("south: the table person is absent");
        assertThat(output.resolve("latest")).doesNotExist();
    }

    @Test
    void theJobsDelimiterIsNotThatOfTheFiles(SparkSession spark) {
        assertThat(refusal(spark, ';', STUDY).lines()).hasSize(3).allMatch(line -> line.contains("(used ';')"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-01-01 2008-12-31", "2023-01-01 2023-12-31"})
    void aStudyOutsideOfTheDataNamesTheKeysOfTheJob(String days, SparkSession spark) {
        StudyPeriod study =
                new StudyPeriod(LocalDate.parse(days.substring(0, 10)), LocalDate.parse(days.substring(11)));
        assertThat(refusal(spark, null, study))
                .contains("nobody is observed on any day of the study", "study.start", "study.end");
    }

    @Test
    void emptyParquetHoldsNobody(SparkSession spark) throws Exception {
        writeParquet("person", readCsv("person") + " WHERE false");
        assertThat(refusal(spark)).isEqualTo("<extract>: the table person holds no usable row");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 40, -1, -8, -40})
    void aParquetFileThatWasCutOffIsNamed(int length, SparkSession spark) throws Exception {
        writeParquet("person", readCsv("person"));
        Path file = extract.resolve("person.parquet");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, length >= 0 ? length : whole.length + length));
        assertThat(refusal(spark))
                .startsWith("<extract>/person.parquet: the file ")
                .doesNotContain("\n");
    }

    /** The footer is whole, so the damage shows only in the middle of the scan, inside a task of Spark. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.4, 0.7})
    void aDamagedPageIsBadInputToo(double where, SparkSession spark) throws Exception {
        writeParquet("condition_occurrence", """
                SELECT range AS condition_occurrence_id, 777000111 + range % 2 * 111 AS person_id,
                    DATE '2017-11-05' AS condition_start_date, 'S72.301A' || hash(range) AS condition_source_value
                FROM range(50000)""");
        damage(extract.resolve("condition_occurrence.parquet"), where);
        assertThat(refusal(spark)).isEqualTo("<extract>/condition_occurrence.parquet: " + DAMAGED);
    }

    @Test
    void aDamagedPageOfTheVocabularyIsNamedToo(SparkSession spark) throws Exception {
        writeParquet("concept", """
                SELECT range AS concept_id, 'ICD10CM' AS vocabulary_id, 'S72.301A' || hash(range) AS concept_code
                FROM range(50000)""");
        damage(extract.resolve("concept.parquet"), 0.4);
        assertThat(refusal(spark)).isEqualTo("<extract>/concept.parquet: " + BROKEN);
    }

    private static void damage(Path file, double where) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = (int) (bytes.length * where);
        Arrays.fill(bytes, start, start + bytes.length / 4, (byte) 0xFF);
        Files.write(file, bytes);
    }

    @Test
    void aCompressedFileThatWasCutOffIsBadInputToo(SparkSession spark) throws Exception {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(row -> row + ",777000111,2017-11-05,S72.301A" + row * 7919L % 10_007)
                .collect(Collectors.joining("\n"));
        Files.delete(extract.resolve("condition_occurrence.csv"));
        TableFile.writeText(
                extract,
                "condition_occurrence.csv.gz",
                "condition_occurrence_id,person_id,condition_start_date,condition_source_value\n" + rows);
        Path file = extract.resolve("condition_occurrence.csv.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal(spark)).isEqualTo("<extract>/condition_occurrence.csv.gz: " + BROKEN);
    }
}
