package org.osteocohort.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.table.Column;

class SchemaDocumentTest {
    /** What notebooks rely on: the columns that these tables have at least. */
    private static final Map<String, String> CONTRACT = Map.ofEntries(
            Map.entry(
                    "patients",
                    "patient_id, site, sex, birth_date, birth_date_precision, race, ethnicity, observation_start,"
                            + " observation_end, death_date"),
            Map.entry(
                    "tags",
                    "patient_id, role, item, first_date, last_date, n_dates, n_records, qualifies, effect_start,"
                            + " effect_end, effect_spans"),
            Map.entry(
                    "fractures",
                    "patient_id, event_no, event_date, age_days, sites, sides, trauma_tier, pathologic, n_records,"
                            + " counted, reason_not_counted"),
            Map.entry(
                    "bone_density",
                    "patient_id, scan_date, site, bmd_g_cm2, z_raw, z_height_adjusted, z_used, z_source, result"),
            Map.entry(
                    "exposures",
                    "patient_id, item, ingredient, start_date, end_date, days, end_source, daily_mg, cumulative_mg,"
                            + " prednisone_equivalent_mg, chronic"),
            Map.entry(
                    "cohort",
                    "phenotype, patient_id, subject_id, cohort_start_date, cohort_end_date, class, path, etiology,"
                            + " first_fracture_date, flags"),
            Map.entry(
                    "evidence",
                    "patient_id, item, rule, source_table, source_id, event_date, vocabulary, code, value, unit, match"),
            Map.entry("quarantine", "site, source_table, source_file, line, source_column, rule"),
            Map.entry(
                    "prevalence",
                    "kind, item, denominator_name, period_start, period_end, sex, age_band, race, ethnicity, site,"
                            + " numerator, denominator, estimate, ci_low, ci_high, ci_level, ci_method, value_status"),
            Map.entry(
                    "incidence",
                    "kind, item, case_class, denominator_name, period, period_blurred, sex, age_band, race, ethnicity,"
                            + " site, persons_at_risk, events, person_days, person_years, estimate, ci_low, ci_high,"
                            + " ci_level, ci_method, value_status"),
            Map.entry(
                    "standardized_rates",
                    "measure, standard, kind, item, denominator_name, period, crude_estimate, persons_not_placed,"
                            + " estimate, ci_low, ci_high, ci_method, empty_strata, value_status"),
            Map.entry(
                    "comparisons",
                    "comparison, phenotype, level, reference_level, statistic, estimate, ci_low, ci_high, p_value,"
                            + " method, value_status"),
            Map.entry("observation", "patient_id, start_date, end_date"),
            Map.entry("verdicts", "patient_id, phenotype, class, index_date, path, flags, classes_over_time"),
            Map.entry(
                    "cause_profile",
                    "phenotype, kind, item, sex, age_band, numerator, denominator, estimate, ci_low, ci_high,"
                            + " value_status"),
            Map.entry(
                    "treatment_coverage",
                    "phenotype, treatment, window_name, denominator_name, treated, untreated, not_in_observation,"
                            + " not_eligible, unknown, value_status"),
            Map.entry(
                    "time_to_treatment",
                    "phenotype, treatment, day, at_risk, events, censored, estimate, ci_low, ci_high, value_status"),
            Map.entry("persistence", "phenotype, treatment, day, covered, observed, estimate, value_status"),
            Map.entry(
                    "fracture_rates",
                    "bone, trauma_tier, sex, age_band, events, person_years, rate, ci_low, ci_high, value_status"),
            Map.entry(
                    "phenotype_overlap",
                    "phenotype, other_phenotype, both, only_phenotype, only_other, kappa, value_status"),
            Map.entry(
                    "data_quality",
                    "check_name, table_name, column_name, category, severity, checked, violations, threshold, status"),
            Map.entry(
                    "trends",
                    "measure, kind, item, case_class, denominator_name, period, site, numerator_before,"
                            + " numerator_after, numerator_difference, estimate_difference, value_status, why"),
            Map.entry("suppression_summary", "report_table, column_name, outcome, numbers, share"),
            Map.entry("released", "counted, cell, count, state, reason, decided_on"),
            Map.entry(
                    "attrition",
                    "phenotype, step_no, step_code, persons_in, persons_out, excluded_persons,"
                            + " fail_only_this_persons, records_in, records_out, value_status"));

    @Test
    void everyTableHasTheColumnsOfTheContract() {
        for (ReportCatalogue.Entry entry : ReportCatalogue.entries()) {
            List<String> columns =
                    entry.table().columns().stream().map(Column::name).toList();
            String promised = CONTRACT.getOrDefault(entry.table().name(), "reason");
            assertThat(columns).as(entry.table().name()).containsAll(Arrays.asList(promised.split(", ")));
        }
        assertThat(ReportCatalogue.entries())
                .extracting(entry -> entry.table().name())
                .doesNotHaveDuplicates()
                .containsAll(CONTRACT.keySet());
    }

    @Test
    void everyColumnIsDescribedWithItsTypeAndUnit(@TempDir Path folder) throws Exception {
        Path file = folder.resolve(SchemaDocument.FILE_NAME);
        SchemaDocument.write(file);
        JsonNode document = new ObjectMapper().readTree(file.toFile());
        JsonNode prevalence = StreamSupport.stream(document.get("tables").spliterator(), false)
                .filter(table -> table.get("name").asText().equals("prevalence"))
                .findFirst()
                .orElseThrow();
        assertThat(prevalence.get("folder").asText()).isEqualTo("reports");
        assertThat(prevalence.get("grain").asText()).isNotBlank();
        JsonNode numerator = StreamSupport.stream(prevalence.get("columns").spliterator(), false)
                .filter(column -> column.get("name").asText().equals("numerator"))
                .findFirst()
                .orElseThrow();
        assertThat(numerator.get("type").asText()).isEqualTo("long");
        assertThat(numerator.get("unit").asText()).isEqualTo("children");
        assertThat(numerator.get("meaning").asText()).isNotBlank();
        assertThat(document.get("tables")).hasSameSizeAs(ReportCatalogue.entries());
    }

    @Test
    void theDocumentHasTheSameBytesEveryTimeAndUnixLineEnds(@TempDir Path folder) throws Exception {
        SchemaDocument.write(folder.resolve("one.json"));
        SchemaDocument.write(folder.resolve("two.json"));
        assertThat(folder.resolve("one.json")).hasSameBinaryContentAs(folder.resolve("two.json"));
        assertThat(Files.readString(folder.resolve("one.json"))).endsWith("}\n").doesNotContain("\r");
    }

    /** What a reader of the tables sees change is looked at by a person, once. */
    @Test
    void theDocumentIsTheCommittedOne() throws Exception {
        Path committed = Path.of("src/test/resources/org/osteocohort/report", SchemaDocument.FILE_NAME);
        Path written = Files.createDirectories(Path.of("target")).resolve(SchemaDocument.FILE_NAME);
        SchemaDocument.write(written);
        assertThat(committed)
                .as("when the change of the tables is meant: cp " + written + " " + committed)
                .hasSameTextualContentAs(written);
    }

    private static final Path CONTRACTS = Path.of("src/test/resources/org/osteocohort/report/contract");

    /** Every column as one line: what a program that reads the tables depends on. */
    private static List<String> contract() {
        return ReportCatalogue.entries().stream()
                .flatMap(entry -> entry.table().columns().stream()
                        .map(column ->
                                entry.folder().label() + "/" + entry.table().name() + "." + column.name() + " "
                                        + column.type().name().toLowerCase(Locale.ROOT)
                                        + (column.unit().isEmpty() ? "" : " [" + column.unit() + "]")))
                .sorted()
                .toList();
    }

    /** A version says the same for ever, so that a change of columns needs another. */
    @Test
    void theColumnsAreThoseOfTheContractsVersion() throws Exception {
        Path committed = CONTRACTS.resolve(ReportContract.VERSION + ".txt");
        Path written = Files.createDirectories(Path.of("target")).resolve(ReportContract.VERSION + ".txt");
        Files.write(written, contract());
        assertThat(committed)
                .as("raise ReportContract.VERSION, run this test again, then cp " + written + " " + committed)
                .exists()
                .hasSameTextualContentAs(written);
    }

    @Test
    void withinAMajorVersionNothingGoes() throws Exception {
        SortedMap<Integer, SortedMap<Integer, List<String>>> versions = new TreeMap<>();
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            for (Path file : files.toList()) {
                String[] version = file.getFileName().toString().split("\\.");
                versions.computeIfAbsent(Integer.valueOf(version[0]), major -> new TreeMap<>())
                        .put(Integer.valueOf(version[1]), Files.readAllLines(file));
            }
        }
        versions.values().forEach(minors -> {
            List<String> before = List.of();
            for (List<String> columns : minors.values()) {
                assertThat(columns).containsAll(before);
                before = columns;
            }
        });
        assertThat(versions).isNotEmpty();
    }

    @Test
    void theReadmeTellsOfEveryTableInTheWordsOfItsGrain() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        for (ReportCatalogue.Entry entry : ReportCatalogue.entries()) {
            assertThat(readme).contains("`" + entry.table().name() + "`");
            if (entry.folder() == Folder.REPORTS) {
                assertThat(readme)
                        .contains("`" + entry.table().name() + "` | "
                                + entry.table().grain() + " |");
            }
        }
    }

    @Test
    void everyMethodOfAnIntervalNamesItsSource() {
        assertThat(ReportCatalogue.entries())
                .flatExtracting(entry -> entry.table().columns())
                .filteredOn(column -> column.name().endsWith("_method"))
                .isNotEmpty()
                .allSatisfy(column -> assertThat(column.source()).isNotBlank());
    }

    @Test
    void everyColumnHasANameInSnakeCaseOfItsOwnAndAMeaning() {
        for (ReportCatalogue.Entry entry : ReportCatalogue.entries()) {
            String table = entry.table().name();
            assertThat(table).matches("[a-z]+(_[a-z]+)*");
            assertThat(entry.table().columns())
                    .extracting(Column::name)
                    .as(table)
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[a-z]+(_[a-z0-9]+)*"));
            assertThat(entry.table().columns())
                    .as(table)
                    .allSatisfy(column ->
                            assertThat(column.meaning()).as(column.name()).isNotBlank());
        }
    }
}
