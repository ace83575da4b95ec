package org.osteocohort.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.statistics.ProportionMethod;

/** A job file in, a job or its problems out. The folder holds what the jobs point to. */
class JobReaderTest {
    private static final String GOOD = """
            name: bones
            extracts:
              - {site: north, format: omop, path: north, deidentification: limited-data-set}
            study: {start: 2016-01-01, end: 2023-12-31}
            codeSets: codes
            phenotypes: [iscd.yaml]
            output: out
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void whatJobsPointTo() throws IOException {
        for (String name : List.of("north", "south", "codes", "athena", "local-athena")) {
            Files.createDirectory(folder.resolve(name));
        }
        for (String name : List.of("iscd.yaml", "ward.yaml", "local.csv", "more.csv")) {
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void whatIsNotSaidHasItsUsualValue() {
        assertThat(read(GOOD))
                .isEqualTo(new Job(
                        "bones",
                        List.of(new Extract(
                                "north", ExtractFormat.OMOP, folder.resolve("north"), FileFormat.DETECTED, null, null)),
                        new StudyPeriod(LocalDate.of(2016, 1, 1), LocalDate.of(2023, 12, 31)),
                        new Population(0, 19),
                        folder.resolve("codes"),
                        List.of(),
                        List.of(folder.resolve("iscd.yaml")),
                        OutputLocation.of(folder.resolve("out")),
                        Disclosure.USUAL,
                        ReportSettings.USUAL,
                        List.of(),
                        null,
                        null,
                        Quality.USUAL,
                        new JobOperation(folder, JobOperation.KEEP_ALL, FailureNotice.NONE, false)));
    }

    @Test
    void everyKeyIsRead() {
        Job job = read("""
                name: bones
                extracts:
                  - {site: north, format: OMOP, path: north, files: csv, delimiter: "|", deidentification: safe-harbor, onFailure: isolate}
                  - {site: south, format: omop, path: ./x/../south, files: parquet, vocabulary: local-athena,
                     deidentification: Shifted, dateShiftDays: 365, extractDate: 2024-01-31}
                vocabulary: athena
                study: {start: 2020-02-29, end: 2020-02-29}
                population: {minAgeYears: 2, maxAgeYears: 25}
                codeSets: codes
                localCodes: [local.csv, more.csv]
                phenotypes: [ward.yaml, iscd.yaml]
                output: a/b/c
                disclosure: {threshold: 5}
                quality: {maxQuarantinedShare: 0.25}
                """);

        assertThat(job.extracts())
                .containsExactly(
                        new Extract(
                                "north",
                                ExtractFormat.OMOP,
                                folder.resolve("north"),
                                FileFormat.CSV,
                                '|',
                                folder.resolve("athena"),
                                new Deidentification(Deidentification.Profile.SAFE_HARBOR, null),
                                OnFailure.ISOLATE,
                                null),
                        new Extract(
                                "south",
                                ExtractFormat.OMOP,
                                folder.resolve("south"),
                                FileFormat.PARQUET,
                                null,
                                folder.resolve("local-athena"),
                                new Deidentification(Deidentification.Profile.SHIFTED, 365),
                                OnFailure.STOP,
                                LocalDate.of(2024, 1, 31)));
        assertThat(job.quality()).isEqualTo(new Quality(0.25));
        assertThat(job.study()).isEqualTo(new StudyPeriod(LocalDate.of(2020, 2, 29), LocalDate.of(2020, 2, 29)));
        assertThat(job.population()).isEqualTo(new Population(2, 25));
        assertThat(job.localCodes()).containsExactly(folder.resolve("local.csv"), folder.resolve("more.csv"));
        assertThat(job.phenotypes()).containsExactly(folder.resolve("ward.yaml"), folder.resolve("iscd.yaml"));
        assertThat(job.output()).isEqualTo(OutputLocation.of(folder.resolve("a/b/c")));
        assertThat(job.disclosure()).isEqualTo(new Disclosure(5, 1));
    }

    @Test
    void whatIsCountedIsSetByTheJob() {
        ReportSettings reports = read(GOOD
                        + "reports: {periods: [month], ageBands: [0, 6m, '12m', 5, 10], ageGroups: [0, 10], point: last_day,"
                        + " strata: [[site, age_band], [sex]], priorObservationDays: 90, lookBackDays: 730,"
                        + " washoutDays: 180, interval: clopper_pearson}")
                .reports();
        assertThat(reports)
                .isEqualTo(new ReportSettings(
                        Set.of(PeriodKind.STUDY, PeriodKind.MONTH),
                        List.of(0, 6, 12, 60, 120),
                        List.of(0, 120),
                        List.of(Set.of(StratumColumn.SITE, StratumColumn.AGE_BAND), Set.of(StratumColumn.SEX)),
                        PointInPeriod.LAST_DAY,
                        90,
                        730,
                        180,
                        ProportionMethod.CLOPPER_PEARSON));
        assertThat(problems(GOOD + "reports: {ageBands: [0, 6w, 10, 5]}").toString())
                .contains("ages in ascending order: years such as 5, or months such as 6m");
    }

    @Test
    void theIntervalOfSharesIsWilsonsUnlessTheJobAsksForTheExactOne() {
        assertThat(read(GOOD).reports().interval()).isEqualTo(ProportionMethod.WILSON);
        assertThat(read(GOOD + "reports: {interval: clopper_pearson}").reports().interval())
                .isEqualTo(ProportionMethod.CLOPPER_PEARSON);
        assertThat(problems(GOOD + "reports: {interval: wald}"))
                .singleElement()
                .asString()
                .contains("reports.interval", "wald", "wilson", "clopper_pearson");
    }

    @Test
    void howTheJobIsKeptRunningIsRead() {
        JobOperation operation = read(GOOD + """
                        retention: {keep: 14}
                        notify:
                          command: [notify, --room, nightly]
                          url: https://chat.hospital.example/hook
                        """).operation();

        assertThat(operation.folder()).isEqualTo(folder);
        assertThat(operation.keepRuns()).isEqualTo(14);
        assertThat(operation.notice())
                .isEqualTo(new FailureNotice(
                        List.of("notify", "--room", "nightly"), URI.create("https://chat.hospital.example/hook")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            retention: {keep: 0}     | key 'retention.keep' is '0', expected a whole number from 1 to 10000
            notify: {}               | key 'notify' is '{}', expected a command, a url or both
            notify: {url: ftp://x}   | key 'notify.url' is 'ftp://x', expected an address that starts with https:// or http://
            """)
    void mistakesInKeepingItRunningAreTold(String line, String problem) {
        assertThat(problems(GOOD + line)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "s3a://bucket/bones/,        s3a://bucket/bones",
        "hdfs://name:8020/bones,     hdfs://name:8020/bones",
        "hdfs:///bones,              hdfs:///bones",
        "abfss://box@account/a/b,    abfss://box@account/a/b",
        "gs://bucket/bones,          gs://bucket/bones"
    })
    void anOutputMayBeAFolderOfAStore(String written, String expected) {
        OutputLocation output = read(GOOD, Map.of("output", written)).output();

        assertThat(output.isLocal()).isFalse();
        assertThat(output.toString()).isEqualTo(expected);
        assertThat(output.resolve("runs/one").toString()).isEqualTo(expected + "/runs/one");
    }

    @Test
    void aFileUrlIsALocalFolder() {
        assertThat(read(GOOD, Map.of("output", "file:///a/b")).output()).isEqualTo(OutputLocation.of(Path.of("/a/b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/a", "s3a://bucket", "s3a://bucket/a/../b", "s3a://bucket/a*", "http://host/a"})
    void otherUrlsAreNoOutput(String url) {
        assertThat(problems(GOOD, Map.of("output", url)))
                .singleElement()
                .asString()
                .contains("key 'output' is '" + url);
    }

    @Test
    void oneLocalFileNeedsNoList() {
        assertThat(read(GOOD + "localCodes: local.csv").localCodes()).containsExactly(folder.resolve("local.csv"));
    }

    @Test
    void absolutePathsStayAsTheyAre() {
        Path elsewhere = folder.resolve("south").toAbsolutePath();

        assertThat(read(GOOD, Map.of("codeSets", elsewhere.toString())).codeSets())
                .isEqualTo(elsewhere);
    }

    @Test
    void allMistakesAreToldAtOnceWithKeyValueAndExpectation() {
        assertThat(problems("""
                        extracts:
                          - {site: "north wing", format: mimic, path: nowhere, file: csv}
                        study: {start: 2016-13-01, end: 2015-01-01}
                        population: {minAgeYears: twelve}
                        codeSets: iscd.yaml
                        phenotypes: []
                        output: out
                        disclosure: {threshold: 0}
                        """))
                .containsExactly(
                        "key 'name' is missing, expected a text",
                        "key 'extracts[0].site' is 'north wing', expected 1 to 40 letters, digits, hyphens and"
                                + " underscores, the first a letter or a digit",
                        "key 'extracts[0].format' is 'mimic', expected one of fhir, omop, pcornet, synthea",
                        "key 'extracts[0].path' is 'nowhere', expected a folder that exists, but there is no FOLDER/nowhere",
                        "key 'extracts[0].deidentification' is missing, expected what was done to the extract: one of"
                                + " safe-harbor, limited-data-set, shifted, synthetic",
                        "unknown key 'extracts[0].file' (did you mean 'files'?), expected one of site, format, path,"
                                + " files, delimiter, vocabulary, deidentification, dateShiftDays, onFailure,"
                                + " extractDate",
                        "key 'study.start' is '2016-13-01', expected a day as yyyy-MM-dd",
                        "key 'population.minAgeYears' is 'twelve', expected a whole number from 0 to 24",
                        "key 'codeSets' is 'iscd.yaml', expected a folder, not a file",
                        "key 'phenotypes' is '[]', expected a list of files, at least one",
                        "key 'disclosure.threshold' is '0', expected a whole number from 1 to 1000");
    }

    @Test
    void anEmptyFileLacksEveryRequiredKey() {
        assertThat(problems("{}"))
                .containsExactly(
                        "key 'name' is missing, expected a text",
                        "key 'extracts' is missing, expected a list of extracts, at least one",
                        "key 'study' is missing, expected keys and values",
                        "key 'codeSets' is missing, expected a text",
                        "key 'phenotypes' is missing, expected a list of files, at least one",
                        "key 'output' is missing, expected a text");
    }

    @Test
    void aFileThatDoesNotExistIsTheOnlyProblem() {
        Path file = folder.resolve("none.yaml");

        assertThat(refusal(file, Map.of())).containsExactly(new Problem(file.toString(), "this file does not exist"));
    }

    @Test
    void brokenYamlIsToldWithItsLineAndNothingElse() {
        assertThat(problems("name: bones\nname: twice\n"))
                .singleElement()
                .asString()
                .contains("not well-formed", "line 2");
    }

    @Test
    void whatStandsInASecondDocumentIsNotPassedOver() {
        assertThat(problems("name: bones\n---\ndisclosure: {threshold: 5}\n"))
                .singleElement()
                .asString()
                .contains("holds a second document after '---'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', nullValues = "fine", textBlock = """
                    study.start                # 2023-12-31  # fine
                    study.start                # 2024-01-01  # key 'study.end' is '2023-12-31', expected a day that is not before the start
                    study.start                # 1900-01-01  # fine
                    study.start                # 0216-01-01  # key 'study.start' is '0216-01-01', expected a day from 1900 on, as yyyy-MM-dd
                    study.start                # 2021-02-29  # key 'study.start' is '2021-02-29', expected a day as yyyy-MM-dd
                    study.end                  # 2150-01-01  # fine
                    study.end                  # 2023        # key 'study.end' is '2023', expected a day as yyyy-MM-dd
                    population.minAgeYears     # 18          # fine
                    population.minAgeYears     # 19          # key 'population.maxAgeYears' is missing, expected an age above minAgeYears, 19
                    population.minAgeYears     # -1          # key 'population.minAgeYears' is '-1', expected a whole number from 0 to 24
                    population.maxAgeYears     # 1           # fine
                    population.maxAgeYears     # 0           # key 'population.maxAgeYears' is '0', expected a whole number from 1 to 25
                    population.maxAgeYears     # 25          # fine
                    population.maxAgeYears     # 26          # key 'population.maxAgeYears' is '26', expected a whole number from 1 to 25
                    population.maxAgeYears     # 18.5        # key 'population.maxAgeYears' is '18.5', expected a whole number from 1 to 25
                    disclosure.threshold       # 1           # fine
                    disclosure.threshold       # 1000        # fine
                    disclosure.threshold       # 1001        # key 'disclosure.threshold' is '1001', expected a whole number from 1 to 1000
                    disclosure.roundTo         # 5           # fine
                    disclosure.roundTo         # 0           # key 'disclosure.roundTo' is '0', expected a whole number from 1 to 100
                    disclosure.roundTo         # 101         # key 'disclosure.roundTo' is '101', expected a whole number from 1 to 100
                    extracts[0].site           # a_-9        # fine
                    extracts[0].site           # a/b         # key 'extracts[0].site' is 'a/b', expected 1 to 40 letters, digits, hyphens and underscores, the first a letter or a digit
                    extracts[0].site           # a:b         # key 'extracts[0].site' is 'a:b', expected 1 to 40 letters, digits, hyphens and underscores, the first a letter or a digit
                    extracts[0].site           # -a          # key 'extracts[0].site' is '-a', expected 1 to 40 letters, digits, hyphens and underscores, the first a letter or a digit
                    extracts[0].path           # iscd.yaml   # key 'extracts[0].path' is 'iscd.yaml', expected a folder, not a file
                    extracts[0].path           # s3a://x/y   # key 'extracts[0].path' is 's3a://x/y', expected a folder that exists, mounted on every machine, not a URL
                    extracts[0].path           # ''          # key 'extracts[0].path' is missing, expected a text
                    extracts[0].path           # '" "'       # key 'extracts[0].path' is ' ', expected a folder that exists
                    extracts[0].vocabulary     # athena      # fine
                    extracts[0].vocabulary     # none        # key 'extracts[0].vocabulary' is 'none', expected a folder that exists, but there is no FOLDER/none
                    vocabulary                 # none        # key 'vocabulary' is 'none', expected a folder that exists, but there is no FOLDER/none
                    extracts[0].files          # avro        # key 'extracts[0].files' is 'avro', expected one of parquet, csv, detected
                    localCodes                 # none.csv    # key 'localCodes[0]' is 'none.csv', expected a file that exists, but there is no FOLDER/none.csv
                    localCodes                 # codes       # key 'localCodes[0]' is 'codes', expected a file, not a folder
                    phenotypes[1]              # iscd.yaml   # key 'phenotypes[1]' is 'iscd.yaml', expected every file once
                    phenotypes[0]              # ''          # key 'phenotypes[0]' is 'null', expected a text
                    extracts[0].deidentification # SHIFTED   # fine
                    extracts[0].deidentification # none      # key 'extracts[0].deidentification' is 'none', expected what was done to the extract: one of safe-harbor, limited-data-set, shifted, synthetic
                    extracts[0].dateShiftDays  # 365         # key 'extracts[0].dateShiftDays' is '365', expected no date shift, since the extract is not declared as shifted
                    extracts[0].onFailure      # ignore      # key 'extracts[0].onFailure' is 'ignore', expected one of stop, isolate
                    extracts[0].extractDate    # 2024-02-30  # key 'extracts[0].extractDate' is '2024-02-30', expected a day as yyyy-MM-dd
                    quality.maxQuarantinedShare # 0          # fine
                    quality.maxQuarantinedShare # 1          # fine
                    quality.maxQuarantinedShare # 1.01       # key 'quality.maxQuarantinedShare' is '1.01', expected a share from 0 to 1
                    quality.maxQuarantinedShare # -0.01      # key 'quality.maxQuarantinedShare' is '-0.01', expected a share from 0 to 1
                    quality.maxQuarantinedShare # few        # key 'quality.maxQuarantinedShare' is 'few', expected a number
                    output                     # codes       # fine
                    output                     # ward.yaml   # key 'output' is 'ward.yaml', expected a folder, but FOLDER/ward.yaml is a file
                    output                     # ward.yaml/a # key 'output' is 'ward.yaml/a', expected a folder, but FOLDER/ward.yaml is a file
                    output                     # north/runs  # key 'output' is 'north/runs', expected a folder outside of the extract of site 'north'
                    output                     # northern    # fine
                    name                       # ''          # key 'name' is missing, expected a text
                    name                       # '""'        # key 'name' is '', expected a text
                    name                       # 2024        # key 'name' is '2024', expected a text, so put it in quotes
                    name                       # '"2024"'    # fine
                    extracts[0].site           # 010         # key 'extracts[0].site' is '8', expected a text, so put it in quotes
                    extracts[0].site           # no          # key 'extracts[0].site' is 'false', expected a text, so put it in quotes
                    extracts[0].delimiter      # 7           # key 'extracts[0].delimiter' is '7', expected a text, so put it in quotes
                    codeSets                   # 7           # key 'codeSets' is '7', expected a text, so put it in quotes
                    phenotypes[0]              # 7           # key 'phenotypes[0]' is '7', expected a text, so put it in quotes
                    name                       # '"a\\nb"'   # key 'name' is 'a\\nb', expected a text of 1 to 100 characters on one line
                    """)
    void eachRuleHoldsAtItsEdges(String key, String value, String expected) {
        List<String> found = problems(GOOD, Map.of(key, value));

        assertThat(found)
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.replace("\\n", "\n")));
    }

    @Test
    void aSiteNameHasAtMostFortyCharacters() {
        assertThat(problems(GOOD, Map.of("extracts[0].site", "s".repeat(40)))).isEmpty();
        assertThat(problems(GOOD, Map.of("extracts[0].site", "s".repeat(41)))).hasSize(1);
    }

    @Test
    void twoSitesNeedTwoNamesAndTwoFolders() {
        Map<String, String> second = new LinkedHashMap<>();
        second.put("extracts[1].site", "NORTH");
        second.put("extracts[1].format", "omop");
        second.put("extracts[1].deidentification", "shifted");
        second.put("extracts[1].path", "south/../north");

        assertThat(problems(GOOD, second))
                .containsExactly(
                        "key 'extracts[1].site' is 'NORTH', expected another name than that of extracts[0]",
                        "key 'extracts[1].path' is 'south/../north', expected another folder than that of extracts[0]");
    }

    @ParameterizedTest
    @CsvSource({
        "'delimiter: \"\\t\"', 9",
        "'delimiter: \\t', 9",
        "'delimiter: tab', 9",
        "'delimiter: \"|\"', 124",
        "'delimiter: \";\"', 59",
        "'delimiter: \",\"', 44",
        "'delimiter: ^', 94"
    })
    void aDelimiterIsOneCharacterOrATab(String line, int expected) {
        String text = GOOD.replace("path: north,", "path: north, " + line + ",");

        assertThat((int) read(text).extracts().get(0).delimiter()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"||", "x", "'\"7\"'", "'\"\\\"\"'", "\\", "'\" \"'"})
    void nothingElseIsADelimiter(String value) {
        assertThat(problems(GOOD, Map.of("extracts[0].delimiter", value)))
                .singleElement()
                .asString()
                .endsWith("expected one character such as ',' or '|', or tab");
    }

    @Test
    void parquetHasNoDelimiter() {
        assertThat(problems(GOOD, Map.of("extracts[0].delimiter", ",", "extracts[0].files", "parquet")))
                .containsExactly(
                        "key 'extracts[0].delimiter' is ',', expected no delimiter, since the files are parquet");
    }

    @Test
    void fhirIsNotATable() {
        assertThat(problems(
                        GOOD,
                        Map.of(
                                "extracts[0].format", "fhir",
                                "extracts[0].delimiter", ",",
                                "extracts[0].files", "csv")))
                .containsExactly(
                        "key 'extracts[0].files' is 'csv', expected no such key, since FHIR comes as NDJSON only",
                        "key 'extracts[0].delimiter' is ',', expected no such key, since FHIR comes as NDJSON only");
    }

    @ParameterizedTest
    @CsvSource({
        "outptu,            output",
        "code_sets,         codeSets",
        "CodeSets,          codeSets",
        "phenotype,         phenotypes",
        "study.begin,       ''",
        "study.ends,        end",
        "population.min_age_years, minAgeYears",
        "disclosure.treshold, threshold",
        "budget,            ''"
    })
    void unknownKeysAreMistakesWithTheNearestNameIfAny(String key, String nearest) {
        String hint = nearest.isEmpty() ? "'" : "' (did you mean '" + nearest + "'?)";

        assertThat(problems(GOOD, Map.of(key, "1")))
                .singleElement()
                .asString()
                .startsWith("unknown key '" + key + hint + ", expected one of ");
    }

    @Test
    void aListElementThatIsNoTextIsAMistake() {
        assertThat(problems(GOOD.replace("[iscd.yaml]", "[{file: iscd.yaml}, iscd.yaml]")))
                .containsExactly("key 'phenotypes[0]' is '{\"file\":\"iscd.yaml\"}', expected a text");
    }

    private Job read(String text) {
        return read(text, Map.of());
    }

    private Job read(String text, Map<String, String> overrides) {
        return JobReader.read(written(text), overrides);
    }

    private List<String> problems(String text) {
        return problems(text, Map.of());
    }

    /** What is wrong, without the name of the file and with FOLDER for its folder. */
    private List<String> problems(String text, Map<String, String> overrides) {
        return refusal(written(text), overrides).stream()
                .map(problem -> problem.what().replace(folder.toString(), "FOLDER"))
                .toList();
    }

    private static List<Problem> refusal(Path file, Map<String, String> overrides) {
        try {
            JobReader.read(file, overrides);
            return List.of();
        } catch (BadJobException exception) {
            return exception.problems();
        }
    }

    private Path written(String text) {
        try {
            return Files.writeString(folder.resolve("job.yaml"), text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
