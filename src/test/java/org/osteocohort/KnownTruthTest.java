package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.job.Disclosure;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobOperation;
import org.osteocohort.job.OutputLocation;
import org.osteocohort.job.Population;
import org.osteocohort.job.Quality;
import org.osteocohort.job.StudyPeriod;
import org.osteocohort.report.Folder;
import org.osteocohort.report.ReportCatalogue;
import org.osteocohort.testkit.DuckDb;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;

/**
 * The whole study on a population whose truth is known by design, judged by an independent reader: DuckDB reads the
 * truth and the published files.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownTruthTest {
    private static final int PATIENTS = 20_000;
    private static final long SEED = 20_240_229;
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

    private Path run;
    private DuckDb duckDb;

    @BeforeAll
    void runTheStudy(SparkSession spark, @TempDir Path folder) throws IOException, SQLException {
        GenerateOptions options = GenerateOptions.usual(PATIENTS, SEED, folder.resolve("population"));
        ExtractGenerator.generate(options);
        run = study(options.extract(), spark, folder.resolve("out")).run();
        duckDb = new DuckDb();
        duckDb.execute("CREATE VIEW truth AS SELECT * FROM read_csv('" + options.truth() + "', header=true)");
        for (ReportCatalogue.Entry entry : ReportCatalogue.entries()) {
            duckDb.execute("CREATE VIEW " + entry.table().name() + " AS SELECT * FROM '" + files(entry) + "'");
        }
    }

    static StudyResult study(Path extract, SparkSession spark, Path output) {
        return study(
                new Extract("sample", ExtractFormat.OMOP, extract, FileFormat.DETECTED, null, null), spark, output);
    }

    static StudyResult study(Extract extract, SparkSession spark, Path output) {
        Path phenotypes = ShippedStudy.FOLDER.resolve("phenotypes");
        Job job = new Job(
                "known truth",
                List.of(extract),
                new StudyPeriod(LocalDate.parse("2016-01-01"), LocalDate.parse("2023-12-31")),
                new Population(0, 19),
                ShippedStudy.FOLDER.resolve("codes"),
                List.of(ShippedStudy.FOLDER.resolve("sample-local-codes.csv")),
                List.of(
                        phenotypes.resolve("urmc-seed.yaml"),
                        phenotypes.resolve("iscd-2019.yaml"),
                        phenotypes.resolve("ward-broad.yaml"),
                        phenotypes.resolve("dx-code.yaml")),
                OutputLocation.of(output),
                Disclosure.USUAL,
                ShippedStudy.FEW_REPORTS,
                List.of(),
                null,
                null,
                Quality.USUAL,
                JobOperation.NONE);
        return new CohortStudy(job, spark, Clock.fixed(STARTED, ZoneOffset.UTC), stage -> {}).run(STARTED);
    }

    private String files(ReportCatalogue.Entry entry) {
        String name = entry.table().name();
        Path tables = run.resolve(entry.folder() == Folder.REPORTS ? "reports" : "restricted");
        return Files.isDirectory(tables.resolve(name))
                ? tables.resolve(name) + "/*.parquet"
                : tables.resolve(name + ".parquet").toString();
    }

    @ParameterizedTest
    @CsvSource({"urmc_seed, URMC_SEED", "iscd_2019, ISCD_2019", "ward_broad, WARD_BROAD", "dx_code, DX_CODE"})
    void everyChildGetsTheClassThatItWasDesignedToHave(String column, String phenotype) throws SQLException {
        String found =
                "SELECT patient_id, class FROM cohort WHERE class_end_date IS NULL AND phenotype = '" + phenotype + "'";
        assertThat(duckDb.rows(
                        "SELECT t.patient_id, archetype, t." + column + ", coalesce(f.class, 'not_met') FROM truth t"
                                + " LEFT JOIN (" + found + ") f ON f.patient_id = t.patient_id"
                                + " WHERE lower(t." + column + ") <> coalesce(f.class, 'not_met') ORDER BY ALL"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT DISTINCT " + column + " FROM truth"))
                .as("the population holds cases and others")
                .contains("CONFIRMED", "NOT_MET");
    }

    @Test
    void everyDesignedFractureIsOneCountedEvent() throws SQLException {
        String found = "SELECT patient_id, count(*) n FROM fractures WHERE counted GROUP BY patient_id";
        assertThat(duckDb.rows("SELECT t.patient_id, archetype, counted_events, coalesce(n, 0) FROM truth t"
                        + " LEFT JOIN (" + found + ") f ON f.patient_id = t.patient_id"
                        + " WHERE counted_events <> coalesce(n, 0) ORDER BY ALL"))
                .isEmpty();
    }

    /** One column of the truth, and how the same is told from the restricted tables, one text a child. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "trauma_tiers: SELECT patient_id, string_agg(upper(trauma_tier), ';' ORDER BY event_no) found"
                        + " FROM fractures WHERE counted GROUP BY ALL",
                "causes: SELECT patient_id, string_agg(item, ';' ORDER BY item) found FROM tags"
                        + " WHERE role IN ('secondary_cause', 'lifestyle_cause') AND qualifies GROUP BY ALL",
                "medications: SELECT patient_id, string_agg(item, ';' ORDER BY item) found FROM tags"
                        + " WHERE role = 'med_cause' AND qualifies GROUP BY ALL",
                "treatments: SELECT patient_id, string_agg(item, ';' ORDER BY item) found FROM tags"
                        + " WHERE role IN ('treatment', 'evaluation') AND qualifies GROUP BY ALL",
                "eras: SELECT patient_id, string_agg(era, ';' ORDER BY era) found FROM (SELECT patient_id,"
                        + " item || ' ' || start_date || '..' || end_date era FROM exposures WHERE item IN ('steroids',"
                        + " 'corticosteroids', 'anticonvulsants', 'immunosuppressive_medications')) GROUP BY ALL",
                "lowest_usable_z: SELECT patient_id, min(z_used) found FROM bone_density"
                        + " WHERE site IN ('lumbar_spine', 'total_body_less_head') GROUP BY ALL"
            })
    void whatIsFoundIsWhatWasDesigned(String rule) throws SQLException {
        String column = rule.substring(0, rule.indexOf(':'));
        String found = rule.substring(rule.indexOf(':') + 1);
        assertThat(duckDb.rows("SELECT t.patient_id, archetype, " + column + ", found FROM truth t LEFT JOIN (" + found
                        + ") f ON f.patient_id = t.patient_id WHERE coalesce(" + column
                        + "::VARCHAR, '') <> coalesce(found::VARCHAR, '') ORDER BY ALL"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT count(*) > 100 FROM truth WHERE " + column + " IS NOT NULL"))
                .containsExactly("true");
    }

    @Test
    void everyCaseGetsTheEtiologyThatItWasDesignedToHave() throws SQLException {
        assertThat(duckDb.rows("SELECT t.patient_id, archetype, t.etiology, c.etiology FROM truth t JOIN cohort c"
                        + " ON c.patient_id = t.patient_id AND c.phenotype = t.etiology_basis AND class_end_date IS NULL"
                        + " WHERE lower(t.etiology) <> c.etiology ORDER BY ALL"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT DISTINCT etiology FROM truth WHERE etiology IS NOT NULL ORDER BY ALL"))
                .containsExactly(
                        "GENETIC",
                        "IJO_NO_CAUSE_OBSERVED",
                        "IJO_NO_CAUSE_RECORDED",
                        "IJO_SUPPORTED",
                        "SECONDARY",
                        "SECONDARY_LATE",
                        "UNDETERMINED");
    }

    @Test
    void theIndexDateIsTheDayOnWhichEverythingIsOnRecord() throws SQLException {
        for (String phenotype : List.of("urmc_seed", "iscd_2019")) {
            assertThat(duckDb.rows("SELECT t.patient_id, archetype, t." + phenotype + "_index, c.cohort_start_date"
                            + " FROM truth t JOIN cohort c ON c.patient_id = t.patient_id AND lower(c.phenotype) = '"
                            + phenotype + "' WHERE c.class = 'confirmed' AND class_end_date IS NULL AND t." + phenotype
                            + "_index IS DISTINCT FROM c.cohort_start_date ORDER BY ALL"))
                    .isEmpty();
        }
    }

    @Test
    void anIndependentReaderAgreesWithSparkOnEveryTable(SparkSession spark) throws SQLException {
        for (ReportCatalogue.Entry entry : ReportCatalogue.entries()) {
            String name = entry.table().name();
            long rows =
                    spark.read().parquet(files(entry).replace("/*.parquet", "")).count();
            assertThat(duckDb.rows("SELECT count(*) FROM " + name)).as(name).containsExactly(Long.toString(rows));
        }
        String sums = "SELECT sum(numerator), sum(denominator), count(estimate) FROM ";
        String prevalence = run.resolve("reports/prevalence.parquet").toString();
        assertThat(spark.sql(sums + "parquet.`" + prevalence + "`")
                        .collectAsList()
                        .get(0)
                        .mkString(" | "))
                .isEqualTo(duckDb.rows(sums + "prevalence").get(0));
    }

    @Test
    void noReportHoldsACountFromOneToTenOrARowOfAChild() throws SQLException {
        for (ReportCatalogue.Entry entry : ReportCatalogue.entries()) {
            if (entry.folder() == Folder.REPORTS) {
                String name = entry.table().name();
                List<String> counts =
                        duckDb.rows("SELECT column_name FROM (DESCRIBE " + name + ") WHERE column_type = 'BIGINT'");
                assertThat(counts).as(name).isNotEmpty();
                for (String count : counts) {
                    String quoted = '"' + count + '"';
                    assertThat(duckDb.rows(
                                    "SELECT " + quoted + " FROM " + name + " WHERE " + quoted + " BETWEEN 1 AND 10"))
                            .as(name + "." + count)
                            .isEmpty();
                }
                assertThat(duckDb.rows(
                                "SELECT column_name FROM (DESCRIBE " + name + ") WHERE column_name = 'patient_id'"))
                        .isEmpty();
            }
        }
        assertThat(duckDb.rows("SELECT count(*) > 0 FROM prevalence WHERE value_status = 'suppressed'"))
                .containsExactly("true");
        assertThat(duckDb.rows(
                        "SELECT count(*) > 0 FROM prevalence WHERE value_status = 'released' AND numerator > 10"))
                .containsExactly("true");
    }
}
