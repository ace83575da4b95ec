package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.disclosure.ReleasedRow;
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
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.publish.PublishingException;
import org.osteocohort.report.TableFiles;
import org.osteocohort.testkit.DuckDb;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.TableFile;

/** One job night after night: readers keep the reports of every night, so each run minds what the last one told. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightsTest {
    private static final Instant FIRST_NIGHT = Instant.parse("2026-01-02T03:04:05Z");
    private static final Disclosure USUAL = Disclosure.USUAL;
    private static final String EVERYBODY =
            " WHERE item = 'DX_CODE' AND case_class = 'confirmed' AND prevalence_type = 'period'"
                    + " AND denominator_name = 'observed' AND period = 'study' AND sex = 'all' AND age_band = 'all'"
                    + " AND age_group = 'all' AND race = 'all' AND ethnicity = 'all' AND site = 'all'";

    private Path folder;
    private final List<Path> nights = new ArrayList<>();

    @BeforeAll
    void runNightAfterNight(SparkSession spark, @TempDir Path there) {
        folder = there;
        night(spark, 100, 40, USUAL);
        night(spark, 100, 40, USUAL);
        night(spark, 101, 41, USUAL);
        night(spark, 130, 70, USUAL);
        night(spark, 170, 77, new Disclosure(5, 1));
    }

    private void night(SparkSession spark, int children, int cases, Disclosure disclosure) {
        extract(children, cases);
        nights.add(run(spark, disclosure, "out"));
    }

    /** Boys, of whom some have the diagnosis. */
    private void extract(int children, int cases) {
        StringBuilder person = new StringBuilder("person_id,gender_concept_id,birth_datetime\n");
        StringBuilder period = new StringBuilder(
                "observation_period_id,person_id,observation_period_start_date," + "observation_period_end_date\n");
        StringBuilder condition =
                new StringBuilder("condition_occurrence_id,person_id,condition_start_date,condition_source_value\n");
        for (int child = 1; child <= children; child++) {
            person.append(child).append(",8507,2010-03-02\n");
            period.append(child).append(',').append(child).append(",2013-01-01,2023-12-31\n");
            String code = child <= cases ? "M81.8" : "J45.909";
            condition
                    .append(child)
                    .append("7,")
                    .append(child)
                    .append(",2017-04-05,")
                    .append(code)
                    .append('\n');
            condition
                    .append(child)
                    .append("8,")
                    .append(child)
                    .append(",2018-04-05,")
                    .append(code)
                    .append('\n');
        }
        TableFile.writeText(folder.resolve("extract"), "person.csv", person.toString());
        TableFile.writeText(folder.resolve("extract"), "observation_period.csv", period.toString());
        TableFile.writeText(folder.resolve("extract"), "condition_occurrence.csv", condition.toString());
    }

    private Path run(SparkSession spark, Disclosure disclosure, String output) {
        Job job = new Job(
                "nightly",
                List.of(new Extract(
                        "north", ExtractFormat.OMOP, folder.resolve("extract"), FileFormat.CSV, null, null)),
                new StudyPeriod(LocalDate.of(2016, 1, 1), LocalDate.of(2023, 12, 31)),
                new Population(0, 19),
                ShippedStudy.FOLDER.resolve("codes"),
                List.of(),
                List.of(ShippedStudy.FOLDER.resolve("phenotypes/dx-code.yaml")),
                OutputLocation.of(folder.resolve(output)),
                disclosure,
                ShippedStudy.FEW_REPORTS,
                List.of(),
                null,
                null,
                new Quality(1),
                JobOperation.NONE);
        Instant started = FIRST_NIGHT.plusSeconds(86_400L * nights.size());
        return new CohortStudy(job, spark, Clock.fixed(started, ZoneOffset.UTC), stage -> {})
                .run(started)
                .run();
    }

    private static List<String> rows(String columns, Path run, String table, String others) throws SQLException {
        return new DuckDb().rows("SELECT " + columns + " FROM '" + run.resolve(table) + ".parquet'" + others);
    }

    private static String everybody(Path run) throws SQLException {
        return rows("numerator, denominator, value_status", run, "reports/prevalence", EVERYBODY)
                .get(0);
    }

    private static Map<String, byte[]> files(Path reports) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> entries = Files.list(reports)) {
            for (Path file : entries.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static JsonNode manifest(Path run) throws IOException {
        return new ObjectMapper().readTree(run.resolve("manifest.json").toFile());
    }

    @Test
    void oneChildMoreThanLastNightIsNotTold() throws SQLException {
        Path oneMore = nights.get(2);

        assertThat(everybody(nights.get(1))).isEqualTo("40 | 100 | released");
        assertThat(everybody(oneMore)).isEqualTo("null | null | suppressed");
        assertThat(rows("count(*) > 0", oneMore, "restricted/suppression", " WHERE reason = 'differencing'"))
                .containsExactly("true");
        assertThat(everybody(nights.get(3))).isEqualTo("70 | 130 | released");
    }

    @Test
    void theSameDataGivesTheSameReports() throws IOException {
        Map<String, byte[]> first = files(nights.get(0).resolve("reports"));
        Map<String, byte[]> second = files(nights.get(1).resolve("reports"));
        // A first run has nothing to compare with.
        List.of("trends.parquet", "SHA256SUMS").forEach(file -> {
            assertThat(first.remove(file)).isNotEqualTo(second.remove(file));
        });
        assertThat(first).containsKeys("prevalence.parquet", "data_quality.parquet");
        assertThat(second).containsExactlyInAnyOrderEntriesOf(first);
        assertThat(nights.get(1).resolve("restricted/released.parquet"))
                .hasSameBinaryContentAs(nights.get(0).resolve("restricted/released.parquet"));
    }

    private static String trend(Path run, String columns) throws SQLException {
        return rows(
                        columns,
                        run,
                        "reports/trends",
                        " WHERE measure = 'period_prevalence' AND item = 'DX_CODE' AND case_class = 'confirmed'"
                                + " AND denominator_name = 'observed' AND period = 'study' AND site = 'all'")
                .get(0);
    }

    @Test
    void trendsTellTheChangeOfPublishedNumbersAndWhatDiffers() throws SQLException, IOException {
        String columns = "numerator_before, numerator_after, numerator_difference, denominator_difference,"
                + " round(estimate_difference, 4), status, before_status, after_status, value_status, why";

        assertThat(rows("count(*)", nights.get(0), "reports/trends", "")).containsExactly("0");
        assertThat(trend(nights.get(1), columns))
                .isEqualTo("40 | 40 | 0 | 0 | 0.0 | passed | released | released | released | ");
        assertThat(trend(nights.get(2), columns))
                .isEqualTo(
                        "40 | null | null | null | null | not_applicable | released | suppressed | suppressed | data");
        assertThat(trend(nights.get(3), columns))
                .isEqualTo(
                        "null | 70 | null | null | null | not_applicable | suppressed | released | suppressed | data");
        assertThat(trend(nights.get(4), columns))
                .isEqualTo("70 | 77 | 7 | 40 | -0.0855 | passed | released | released | released | data;job");
    }

    @Test
    void aTableOfFarMoreRowsIsWarnedOf() throws SQLException, IOException {
        assertThat(rows(
                        "item, denominator_before, denominator_after, round(relative_change, 3), threshold, status",
                        nights.get(4),
                        "reports/trends",
                        " WHERE measure = 'rows_read' AND item = 'person'"))
                .containsExactly("person | 130 | 170 | 0.308 | 0.2 | failed");
        assertThat(manifest(nights.get(4)).path("verdict").asText()).isEqualTo("warned");
        assertThat(manifest(nights.get(1)).path("verdict").asText()).isEqualTo("passed");
    }

    @Test
    void theManifestNamesTheRunWhoseReportsWereMinded() throws IOException {
        assertThat(manifest(nights.get(0)).path("last_run_id").isNull()).isTrue();
        assertThat(manifest(nights.get(1)).path("last_run_id").asText())
                .isEqualTo(nights.get(0).getFileName().toString());
    }

    @Test
    void aRunMindsTheLastOneAlsoWhenItsThresholdWasAnother() throws SQLException, IOException {
        Path lower = nights.get(4);

        assertThat(everybody(lower)).isEqualTo("77 | 170 | released");
        assertThat(manifest(lower).path("disclosure_threshold").asInt()).isEqualTo(5);
    }

    @Test
    void countsAreRoundedWhereTheJobAsksAndTheLedgerKeepsThemAsTheyAre(SparkSession spark)
            throws SQLException, IOException {
        extract(103, 42);
        Path run = run(spark, new Disclosure(11, 5), "rounded");

        assertThat(everybody(run)).isEqualTo("40 | 105 | released");
        assertThat(rows("count(*)", run, "reports/prevalence", " WHERE numerator % 5 + denominator % 5 > 0"))
                .containsExactly("0");
        assertThat(rows("count(*) > 0", run, "restricted/released", " WHERE count = 103"))
                .containsExactly("true");
        assertThat(manifest(run).path("disclosure_round_to").asInt()).isEqualTo(5);
    }

    @Test
    void theOperatorIsToldHowMuchIsHidden() throws SQLException {
        String summary = "restricted/suppression_summary";
        assertThat(rows("DISTINCT outcome", nights.get(2), summary, " WHERE report_table = 'prevalence' ORDER BY ALL"))
                .contains("differencing", "shown");
        assertThat(rows(
                        "DISTINCT abs(sum(share) - 1) < 1e-9",
                        nights.get(2),
                        summary,
                        " GROUP BY report_table, column_name"))
                .containsExactly("true");
    }

    @Test
    void aLedgerThatCannotBeReadStopsTheRunAndSaysHowToGoOn(SparkSession spark) throws IOException {
        Path last = nights.get(4);
        Path ledger = last.resolve("restricted/released.parquet");
        byte[] whole = Files.readAllBytes(ledger);
        Files.writeString(ledger, "PAR1");
        assertRefused(spark, last, "released.parquet");
        Files.delete(ledger);
        assertRefused(spark, last, "released.parquet");
        ReleasedRow ofALaterVersion = new ReleasedRow("cohort", "sex=all", 40L, "foreseen", null, null);
        TableFiles.write(ledger.getParent(), new TableRows<>(ReleasedRow.TABLE, List.of(ofALaterVersion)), Map.of());
        assertRefused(spark, last, "released.parquet");
        Files.write(ledger, whole);
        byte[] manifest = Files.readAllBytes(last.resolve("manifest.json"));
        Files.write(last.resolve("manifest.json"), new byte[] {'{'});
        assertRefused(spark, last, "manifest.json");
        Files.write(last.resolve("manifest.json"), manifest);
    }

    private void assertRefused(SparkSession spark, Path last, String file) {
        assertThatThrownBy(() -> run(spark, USUAL, "out"))
                .isInstanceOf(PublishingException.class)
                .hasMessageContaining(last.getFileName().toString())
                .hasMessageContaining(file)
                .hasMessageContaining("restore it from a copy, or give the job another output folder");
        assertThat(folder.resolve("out/latest"))
                .content()
                .startsWith(last.getFileName().toString());
        assertThat(folder.resolve("out/runs").toFile().list()).hasSize(nights.size());
    }
}
