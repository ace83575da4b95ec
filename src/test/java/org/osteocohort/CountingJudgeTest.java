package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.benchmark.DuckDbScript;
import org.osteocohort.benchmark.StudyScript;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.report.Folder;
import org.osteocohort.report.ReportCatalogue;
import org.osteocohort.testkit.DuckDb;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;

/**
 * The counting, done a second time: plain SQL over the restricted tables, run by DuckDB, must give the numbers of every
 * row of the reports. The threshold is 1, so that nothing is hidden. The SQL stands beside the tests, one file a table.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountingJudgeTest {
    private static final int PATIENTS = 600;
    private static final long SEED = 20_240_301;
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<String> STRATA = List.of("sex", "age_group", "age_band", "race", "ethnicity", "site");

    private static final String SEX_AND_AGE = "sex, age_group, age_band";

    private DuckDb duckDb;

    @BeforeAll
    void runTheStudy(SparkSession spark, @TempDir Path folder) throws IOException, SQLException {
        GenerateOptions options = GenerateOptions.usual(PATIENTS, SEED, folder.resolve("population"));
        ExtractGenerator.generate(options);
        spoil(options.extract());
        Job job = JobReader.read(
                ShippedStudy.FOLDER.resolve("sample.yaml"),
                Map.of(
                        "extracts[0].path",
                        options.extract().toAbsolutePath().toString(),
                        "output",
                        folder.resolve("out").toAbsolutePath().toString(),
                        "extracts[0].extractDate",
                        "2024-06-30",
                        "disclosure.threshold",
                        "1",
                        // Long, since no invented child has an event in its first year of observation.
                        "reports.washoutDays",
                        "1500",
                        // The invented observation rows are texts without a number.
                        "quality.maxQuarantinedShare",
                        "1"));
        Path run = new CohortStudy(job, spark, Clock.fixed(STARTED, ZoneOffset.UTC), stage -> {})
                .run(STARTED)
                .run();
        duckDb = new DuckDb();
        for (ReportCatalogue.Entry entry : ReportCatalogue.entries()) {
            String name = entry.table().name();
            Path file = run.resolve(entry.folder().label()).resolve(name);
            String files = entry.folder() == Folder.RESTRICTED && Files.isDirectory(file)
                    ? file + "/*.parquet"
                    : file + ".parquet";
            duckDb.execute("CREATE VIEW " + name + " AS SELECT * FROM '" + files + "'");
        }
        // The restricted tables hold no visits; those of the extract are judged as they are.
        duckDb.execute("CREATE VIEW outpatient_visits AS SELECT 'sample:' || person_id AS patient_id,"
                + " visit_start_date AS visit_day FROM '" + options.extract().resolve("visit_occurrence")
                + ".parquet' WHERE visit_concept_id = 9202");
        for (String table : List.of("person", "observation_period", "death", "visit_occurrence")) {
            duckDb.execute("CREATE VIEW extract_" + table + " AS SELECT * FROM '"
                    + options.extract().resolve(table) + ".parquet'");
        }
        duckDb.execute("CREATE VIEW coded_rows AS SELECT table_name, checked FROM data_quality"
                + " WHERE check_name = 'rows_usable'"
                + " AND table_name NOT IN ('person', 'observation_period', 'death', 'visit_occurrence')");
        // As in sample.yaml, but for the washout.
        duckDb.execute("CREATE TABLE study AS SELECT DATE '2016-01-01' AS study_start, DATE '2023-12-31' AS study_end,"
                + " 0 AS min_age, 19 AS max_age, 1500 AS washout");
        count(StudyScript.POPULATION);
        count(StudyScript.COUNTING);
    }

    private void count(List<String> files) throws IOException, SQLException {
        for (String file : files) {
            for (String statement : DuckDbScript.statements(file, Map.of())) {
                duckDb.execute(statement);
            }
        }
    }

    /** The invented children are too good to show what real ones look like. */
    private static void spoil(Path extract) throws IOException, SQLException {
        // Index dates, windows and uses of drugs fall out of observation too, and some ends are not known.
        Path periods = extract.resolve("observation_period.parquet");
        change(
                periods,
                "observation_period_start_date",
                "CASE WHEN person_id % 9 = 4 THEN least(observation_period_end_date,"
                        + " observation_period_start_date + 2000) ELSE observation_period_start_date END");
        change(
                periods,
                "observation_period_end_date",
                "CASE WHEN person_id % 4 = 0 THEN greatest(observation_period_start_date,"
                        + " observation_period_end_date - (person_id * 97 % 2500)::INTEGER)"
                        + " WHEN person_id % 12 = 1 THEN DATE '9999-12-31'"
                        + " WHEN person_id % 12 = 5 THEN DATE '2025-12-31' ELSE observation_period_end_date END");
        Path deaths = extract.resolve("death.parquet");
        replace(
                deaths,
                "SELECT * FROM '" + deaths + "' UNION ALL BY NAME SELECT person_id,"
                        + " observation_period_end_date - 700 AS death_date FROM '" + periods
                        + "' WHERE person_id % 10 = 6"
                        + " AND person_id NOT IN (SELECT person_id FROM '" + deaths + "')");
        change(periods, "person_id", "CASE WHEN person_id % 60 = 7 THEN NULL ELSE person_id END");
        Path persons = extract.resolve("person.parquet");
        change(persons, "year_of_birth", "CASE WHEN person_id % 70 = 5 THEN NULL ELSE year_of_birth END");
        change(persons, "month_of_birth", "CASE WHEN person_id % 20 = 2 THEN NULL ELSE month_of_birth END");
        change(persons, "day_of_birth", "CASE WHEN person_id % 10 = 2 THEN NULL ELSE day_of_birth END");
        for (String column : List.of("gender_concept_id", "ethnicity_concept_id")) {
            change(persons, column, "CASE WHEN person_id % 30 = 3 THEN NULL ELSE " + column + " END");
        }
        change(persons, "gender_source_value", "CASE WHEN person_id % 30 = 3 THEN NULL ELSE gender_source_value END");
        change(
                extract.resolve("condition_occurrence.parquet"),
                "condition_start_date",
                "CASE WHEN condition_occurrence_id % 37 = 0 THEN DATE '1980-01-01' ELSE condition_start_date END");
        // Whose first bone density is normal is suspected no longer, and comes back when the next is low.
        Path measurements = extract.resolve("measurement.parquet");
        replace(
                measurements,
                "SELECT * FROM '" + measurements + "' UNION ALL BY NAME SELECT * REPLACE (0.1 AS value_as_number,"
                        + " measurement_date - 10 AS measurement_date, 1000000000 + measurement_id AS measurement_id)"
                        + " FROM '" + measurements + "' WHERE person_id % 3 = 1 AND value_as_number <= -2"
                        + " AND measurement_source_value IN ('85394-5', 'LS_HAZ_Z', 'TBLH_Z', 'TBLH_HAZ_Z')");
        Path drugs = extract.resolve("drug_exposure.parquet");
        change(drugs, "days_supply", "CASE WHEN drug_exposure_id % 41 = 0 THEN 400 ELSE days_supply END");
        change(
                drugs,
                "drug_exposure_end_date",
                "CASE WHEN drug_exposure_id % 43 = 0 THEN drug_exposure_start_date - 1"
                        + " WHEN drug_exposure_id % 5 = 0 THEN NULL ELSE drug_exposure_end_date END");
    }

    private static void change(Path table, String column, String value) throws IOException, SQLException {
        replace(table, "SELECT * REPLACE (" + value + " AS " + column + ") FROM '" + table + "'");
    }

    private static void replace(Path table, String rows) throws IOException, SQLException {
        Path changed = table.resolveSibling("changed");
        new DuckDb().execute("COPY (" + rows + ") TO '" + changed + "' (FORMAT parquet)");
        Files.move(changed, table, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The rows in which the reports and the judge differ; a row that only one has is compared with zeros. */
    private List<String> differences(String report, String judged, String keys, String counts) throws SQLException {
        String both = Stream.of(counts.split(", "))
                .map(count -> "r." + count + " AS reported_" + count + ", j." + count + " AS judged_" + count)
                .collect(Collectors.joining(", "));
        String unlike = Stream.of(counts.split(", "))
                .map(count -> "coalesce(r." + count + ", 0) <> coalesce(j." + count + ", 0)")
                .collect(Collectors.joining(" OR "));
        return duckDb.rows("SELECT " + keys + ", " + both + " FROM " + report + " r FULL JOIN " + judged + " j USING ("
                + keys + ") WHERE " + unlike + " ORDER BY ALL LIMIT 20");
    }

    /** The rows in which a number that is no count lies further apart than arithmetic explains, or only one has it. */
    private List<String> apart(String report, String judged, String keys, String number) throws SQLException {
        String reported = "r." + number;
        String other = "j." + number;
        return duckDb.rows("SELECT " + keys + ", " + reported + ", " + other + " FROM " + report + " r FULL JOIN "
                + judged + " j USING (" + keys + ") WHERE (" + reported + " IS NULL) <> (" + other + " IS NULL) OR abs("
                + reported + " - " + other + ") > 1e-9 * greatest(1, abs(" + other + ")) ORDER BY ALL LIMIT 20");
    }

    private static String keys(String others) {
        return others + ", " + String.join(", ", STRATA);
    }

    @Test
    void everyRowOfPrevalenceIsCountedAlike() throws SQLException {
        assertThat(differences(
                        "prevalence",
                        "judged_prevalence",
                        keys("kind, item, case_class, prevalence_type, denominator_name, period"),
                        "numerator, denominator"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT denominator_name, max(numerator) > 10 FROM judged_prevalence GROUP BY ALL"
                        + " ORDER BY ALL"))
                .containsExactly(
                        "day_one | true",
                        "dxa_tested | true",
                        "observed | true",
                        "regular_care | true",
                        "whole_period | true");
    }

    @Test
    void everyRowOfIncidenceIsCountedAlike() throws SQLException {
        assertThat(differences(
                        "incidence",
                        "judged_incidence",
                        keys("kind, item, case_class, denominator_name, period"),
                        "persons_followed, persons_at_risk, events, person_days"))
                .isEmpty();
        assertThat(differences(
                        "(SELECT * FROM incidence WHERE events_before_study IS NOT NULL)",
                        "judged_not_at_risk",
                        "kind, item, case_class",
                        "events_before_study, events_in_washout, events_outside_observation,"
                                + " events_after_contribution, persons_ever"))
                .isEmpty();
        assertThat(differences(
                        "(SELECT * FROM incidence WHERE persons_left IS NOT NULL)",
                        "judged_left",
                        "item, case_class",
                        "persons_left, persons_no_longer"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT sum(events) > 100, sum(events_before_study) > 10, sum(events_in_washout) > 0,"
                        + " sum(events_after_contribution) > 10, sum(persons_left) > 3, sum(persons_no_longer) > 3,"
                        + " sum(persons_left - persons_no_longer) > 3"
                        + " FROM incidence WHERE events_before_study IS NOT NULL"))
                .containsExactly("true | true | true | true | true | true | true");
    }

    /** A child that was suspected first and confirmed later is an event of both, and not in the same period. */
    @Test
    void theGroupsOfClassesHaveEventsOfTheirOwn() throws SQLException {
        assertThat(duckDb.rows(
                        "SELECT count(*) > 0 FROM incidence c JOIN incidence a USING (kind, item, denominator_name,"
                                + " period, " + String.join(", ", STRATA) + ") WHERE c.case_class = 'confirmed'"
                                + " AND a.case_class = 'any' AND c.events > a.events"))
                .containsExactly("true");
    }

    @Test
    void theRowsOfTheCohortThatAreOfTheStudyAreThoseOfItsLastContributedDay() throws SQLException {
        String ofTheDay = "SELECT DISTINCT patient_id, phenotype, index_day FROM cohort_members";
        String told = "SELECT patient_id, phenotype, cohort_start_date FROM cohort WHERE in_study";
        assertThat(duckDb.rows(
                        "(" + ofTheDay + " EXCEPT " + told + ") UNION ALL (" + told + " EXCEPT " + ofTheDay + ")"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT count(*) FILTER (in_study) > 100, count(*) FILTER (NOT in_study) > 10,"
                        + " count(*) FILTER (in_study AND class_end_date IS NOT NULL) > 0 FROM cohort"))
                .containsExactly("true | true | true");
    }

    /** The grid of the reports holds everybody: no count of the judge falls beside it. */
    @Test
    void personTimeOfAllIsThatOfTheStrata() throws SQLException {
        for (String stratum : List.of("sex", "age_band", "race", "ethnicity", "site")) {
            List<String> others = STRATA.stream()
                    .filter(column -> !column.equals(stratum))
                    .filter(column -> !(stratum.equals("age_band") && column.equals("age_group")))
                    .map(column -> column + " = 'all'")
                    .toList();
            assertThat(duckDb.rows("SELECT DISTINCT sum(person_days) FILTER (" + stratum + " <> 'all')"
                            + " = sum(person_days) FILTER (" + stratum + " = 'all' AND age_group = 'all')"
                            + " FROM incidence WHERE " + String.join(" AND ", others)
                            + " GROUP BY kind, item, case_class, denominator_name, period"))
                    .containsExactly("true");
        }
    }

    @Test
    void everyRowOfTheCauseProfileIsCountedAlike() throws SQLException {
        assertThat(differences(
                        "cause_profile",
                        "judged_cause_profile",
                        "phenotype, case_class, kind, item, " + SEX_AND_AGE,
                        "numerator, denominator"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT DISTINCT kind FROM judged_cause_profile WHERE numerator > 0 ORDER BY ALL"))
                .containsExactly(
                        "any",
                        "etiology",
                        "lifestyle",
                        "medication",
                        "medication_union",
                        "overlap",
                        "secondary_cause",
                        "seed_row");
    }

    @Test
    void everyRowOfTheFractureRatesIsCountedAlike() throws SQLException {
        assertThat(differences(
                        "(SELECT *, round(person_years * 365.25)::BIGINT AS person_days FROM fracture_rates)",
                        "judged_fracture_rates",
                        "bone, trauma_tier, confirmation, " + SEX_AND_AGE,
                        "events, children, children_observed, person_days"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT DISTINCT bone FROM judged_fracture_rates WHERE events > 3 ORDER BY ALL"))
                .contains("any", "forearm", "vertebral", "other");
    }

    @Test
    void everyRowOfTheOverlapIsCountedAlike() throws SQLException {
        String keys = "phenotype, other_phenotype, case_class, sex";
        assertThat(differences(
                        "phenotype_overlap",
                        "judged_phenotype_overlap",
                        keys,
                        "both, only_phenotype, only_other, neither"))
                .isEmpty();
        assertThat(apart("phenotype_overlap", "judged_phenotype_overlap", keys, "kappa"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT count(kappa) > 10, max(only_other) > 0 FROM judged_phenotype_overlap"))
                .containsExactly("true | true");
    }

    @Test
    void everyRowOfAttritionIsCountedAlike() throws SQLException {
        assertThat(differences(
                        "attrition",
                        "judged_attrition",
                        "phenotype, step_no, step_code",
                        "persons_in, persons_out, excluded_persons, fail_only_this_persons, records_in, records_out"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT count(DISTINCT step_code) FROM judged_attrition WHERE excluded_persons > 0"))
                .doesNotContain("0", "1", "2", "3");
    }

    @Test
    void everyRowOfTheTreatmentTablesIsCountedAlike() throws SQLException {
        assertThat(differences(
                        "treatment_coverage",
                        "judged_treatment_coverage",
                        "phenotype, case_class, treatment, window_name, denominator_name, " + SEX_AND_AGE,
                        "denominator, treated, untreated, not_in_observation, not_eligible, unknown"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT max(treated) > 10, max(untreated) > 10, max(not_in_observation) > 0,"
                        + " max(not_eligible) > 0, max(\"unknown\") > 0 FROM judged_treatment_coverage"))
                .containsExactly("true | true | true | true | true");

        String keys = "phenotype, case_class, treatment, sex, age_group, day";
        assertThat(differences(
                        "time_to_treatment",
                        "judged_time_to_treatment",
                        keys,
                        "followed, treated_before, not_observed, at_risk, events, censored"))
                .isEmpty();
        assertThat(apart("time_to_treatment", "judged_time_to_treatment", keys, "estimate"))
                .isEmpty();
        assertThat(differences(
                        "persistence", "judged_persistence", keys, "initiators, observed, covered, discontinued"))
                .isEmpty();
        assertThat(apart("persistence", "judged_persistence", keys, "discontinuation"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT max(covered) > 3, max(discontinued) > 3 FROM judged_persistence"))
                .containsExactly("true | true");
    }

    @Test
    void everyStandardizedRateIsTheSumOverTheStandard() throws SQLException {
        String keys = "measure, standard, kind, item, case_class, denominator_name, period";
        assertThat(differences(
                        "standardized_rates",
                        "judged_standardized_rates",
                        keys,
                        "numerator, denominator, person_days, placed_numerator, placed_denominator,"
                                + " persons_not_placed"))
                .isEmpty();
        assertThat(apart("standardized_rates", "judged_standardized_rates", keys, "crude_estimate"))
                .isEmpty();
        assertThat(apart("standardized_rates", "judged_standardized_rates", keys, "estimate"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT measure, standard, count(estimate) FILTER (estimate > 0) > 10"
                        + " FROM judged_standardized_rates GROUP BY ALL ORDER BY ALL"))
                .containsExactly(
                        "incidence | us_2000 | true",
                        "incidence | who_2000_2025 | true",
                        "prevalence | us_2000 | true",
                        "prevalence | who_2000_2025 | true");
    }

    /** Of the drugs whose codes nobody knows only a vocabulary can tell, which SQL does not read here. */
    @Test
    void everyRowOfDataQualityIsCountedAlike() throws SQLException {
        String reported = "(SELECT * FROM data_quality WHERE check_name <> 'drug_codes_known')";
        String keys = "site, layer, check_name, table_name, column_name";
        assertThat(differences(reported, "judged_data_quality", keys, "checked, violations"))
                .isEmpty();
        assertThat(duckDb.rows("SELECT count(*) FROM data_quality WHERE share <> violations / checked"
                        + " OR status <> CASE WHEN threshold IS NULL OR checked = 0 THEN 'not_applicable'"
                        + " WHEN violations > threshold * checked THEN 'failed' ELSE 'passed' END"))
                .containsExactly("0");
        assertThat(duckDb.rows("SELECT check_name FROM judged_data_quality"
                        + " WHERE layer = 'restricted' AND violations = 0 ORDER BY ALL"))
                .as("checks that found nothing, so that they were not seen to count")
                .isEmpty();
        assertThat(duckDb.rows("SELECT check_name, table_name FROM judged_data_quality"
                        + " WHERE layer = 'extract' AND violations > 0 ORDER BY ALL"))
                .contains(
                        "after_death | condition_occurrence",
                        "before_birth | condition_occurrence",
                        "cells_usable | drug_exposure",
                        "missing | observation_period",
                        "rows_usable | condition_occurrence");
    }

    @Test
    void everyComparisonIsOfTheSameNumbers() throws SQLException {
        String reported = "(SELECT * REPLACE (coalesce(level, 'none') AS level,"
                + " coalesce(reference_level, 'none') AS reference_level) FROM comparisons)";
        String keys = "comparison, phenotype, case_class, compared_column, level, reference_level";
        assertThat(differences(
                        reported,
                        "judged_comparisons",
                        keys,
                        "numerator, denominator, person_days, reference_numerator, reference_denominator,"
                                + " reference_person_days"))
                .isEmpty();
        assertThat(apart(reported, "judged_comparisons", keys, "estimate")).isEmpty();
        assertThat(apart(reported, "judged_comparisons", keys, "statistic")).isEmpty();
        assertThat(duckDb.rows("SELECT count(DISTINCT comparison), count(estimate) > 10, count(statistic) > 10"
                        + " FROM judged_comparisons"))
                .containsExactly("4 | true | true");
    }
}
