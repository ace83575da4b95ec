package org.osteocohort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.generate.Profile;
import org.osteocohort.generate.omop.OutputFiles;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.problem.QualityGateException;

/** Arguments in, exit code and text out, with invented work behind the commands. */
class OsteoCohortTest {
    private static final String SECRET = "John Doe, born 2011-03-04";

    @TempDir
    Path folder;

    private final RecordedWork work = new RecordedWork();
    private boolean debug;

    @BeforeEach
    void aJobInOrder() throws IOException {
        Files.createDirectory(folder.resolve("omop"));
        Files.createDirectory(folder.resolve("codes"));
        Files.createFile(folder.resolve("iscd.yaml"));
        Files.createFile(folder.resolve("ward.yaml"));
        write("codes/all.csv", """
                item,role,vocabulary,code,match,active,description,verified,source
                leukemia,secondary_cause,ICD10CM,C95,prefix,yes,,yes,
                spine,fracture_vertebral_compression,ICD10CM,S22.0,prefix,yes,,yes,
                foot,fracture_other_site,ICD10CM,S92,prefix,yes,,yes,
                toe,fracture_never_counted,ICD10CM,S92.4,prefix,yes,,yes,
                foot,fracture_other_site,ICD10CM,S92.41,prefix,no,,yes,
                femur,fracture_long_bone,ICD10CM,S72,prefix,yes,,yes,
                femur,fracture_long_bone_pathologic,ICD10CM,M84.45,prefix,yes,,yes,
                history,history_only_not_incident,ICD10CM,Z87.31,prefix,yes,,yes,
                osteoporosis,osteoporosis_dx,ICD10CM,M81,prefix,yes,,yes,
                steroids,med_cause,RXNORM,8640,ingredient,yes,,yes,
                immobility,lifestyle_cause,ICD10CM,Z99.3,exact,yes,,yes,
                cyst,local_bone_disease_exclusion,ICD10CM,M85.5,prefix,yes,,yes,
                trauma,trauma_high,ICD10CM,V43,prefix,yes,,yes,
                trauma,trauma_low,ICD10CM,W01,prefix,yes,,yes,
                bar,ijo_exclusion_genetic_or_endocrine,ICD10CM,Q78.0,exact,yes,,yes,
                scan,dxa_procedure,CPT,77080,exact,yes,,yes,
                bmd,bmd_zscore,LOINC,80933-5,exact,yes,,yes,
                zoledronic_acid,treatment,ATC,M05BA08,class,yes,,yes,
                """);
        write("job.yaml", """
                name: bones
                extracts: [{site: north, format: omop, path: omop, deidentification: shifted}]
                study: {start: 2016-01-01, end: 2023-12-31}
                codeSets: codes
                phenotypes: [iscd.yaml, ward.yaml]
                output: out
                """);
    }

    @Test
    void withoutArgumentsTheHelpIsShown() {
        Executed result = execute();

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Usage: osteocohort", "run ", "check ", "generate ", "codes ", "phenotypes ");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void anExtractIsInspectedAsALimitedDataSetUnlessToldOtherwise() {
        String codes = "jobs/pediatric-osteoporosis/codes";
        Executed result = execute("inspect", path("omop"), "--format", "omop", "--codes", codes);
        execute("inspect", path("omop"), "--format", "OMOP", "--codes", codes, "--deidentification", "shifted");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("persons <11\n");
        assertThat(work.done()).containsExactly("inspect OMOP omop limited-data-set", "inspect OMOP omop shifted");
    }

    @Test
    void inspectingWhatIsNotThereIsABadArgument() {
        Executed result = execute("inspect", path("nowhere"), "--format", "omop", "--codes", path("nowhere"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(path("nowhere") + ": this folder does not exist");
        assertThat(work.done()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run",
                "check",
                "generate",
                "inspect",
                "explain",
                "codes",
                "codes check",
                "codes match",
                "phenotypes",
                "phenotypes describe"
            })
    void everyCommandHasHelpWithAnExampleAndTellsTheVersion(String command) {
        Executed help = execute(words(command, "--help"));
        Executed version = execute(words(command, "--version"));

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Example", "  osteocohort " + command);
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(version.code()).isZero();
        assertThat(version.out().strip()).isEqualTo("osteocohort development");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
                    runn                                         # Did you mean: osteocohort run or osteocohort runs?
                    run                                          # Missing required parameter: 'JOB.yaml'
                    run job.yaml --ouput x                       # Possible solutions: --output
                    run job.yaml --set study.start               # should be in KEY=VALUE format
                    run job.yaml other.yaml                      # Unmatched argument at index 2: 'other.yaml'
                    check job.yaml --output x                    # Unknown options: '--output', 'x'
                    generate --patients 5 --seed 1               # Missing required option: '--output=DIR'
                    generate --patients many --seed 1 --output x # 'many' is not an int
                    generate --patients 0 --seed 1 --output x    # --patients is 0, expected at least 1
                    generate --patients 5 --seed 1 --output x --files detected # expected one of [PARQUET, CSV, CSV_GZ]
                    generate --patients 5 --seed 1 --output x --format hl7     # expected one of [OMOP, FHIR, PCORNET, SYNTHEA]
                    generate --patients 5 --seed 1 --output x --profile ward   # expected general or bone-clinic but was 'ward'
                    explain out                                  # Missing required option: '--patient=ID'
                    codes match ICD10 S72                        # expected one of [ICD10CM, ICD9CM
                    codes chek x                                 # Did you mean: codes check
                    """)
    void wrongArgumentsAreToldInAFewLines(String arguments, String expected) {
        Executed result = execute(arguments.split(" "));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(expected).contains("Try 'osteocohort").doesNotContain("\tat ");
        assertThat(result.err().lines().count()).isLessThanOrEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(work.done()).isEmpty();
    }

    @Test
    void runHandsOverTheJobAndTheTime() {
        Executed result = execute("run", path("job.yaml"));

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("Open:       " + path("out/runs/one/reports/report.html"))
                .contains("Reports:    " + path("out/runs/one/reports"))
                .contains("Restricted: " + path("out/runs/one/restricted"));
        assertThat(work.done()).containsExactly("run bones at 2026-01-02T03:04:05Z to " + path("out"));
    }

    @Test
    void theCommandLineHasTheLastWord() {
        Executed result = execute(
                "run", path("job.yaml"), "--set", "name=spines", "--set", "output=ignored", "--output", "some/where");

        assertThat(result.code()).isZero();
        Path fromWorkingDirectory = Path.of("some/where").toAbsolutePath();
        assertThat(work.done()).containsExactly("run spines at 2026-01-02T03:04:05Z to " + fromWorkingDirectory);
    }

    @Test
    void aBadJobIsRefusedBeforeTheWorkStarts() {
        Executed result = execute("run", path("job.yaml"), "--set", "study.end=2015-01-01", "--set", "codeSet=x");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly(
                        path("job.yaml")
                                + ": key 'study.end' is '2015-01-01', expected a day that is not before the start",
                        path("job.yaml") + ": unknown key 'codeSet' (did you mean 'codeSets'?), expected one of name,"
                                + " vocabulary, extracts, study, population, codeSets, localCodes, phenotypes, output,"
                                + " disclosure, reports, standardPopulations, boneReference, heightAdjustment, quality,"
                                + " retention, notify",
                        "osteocohort: 2 problems while reading the job file (exit code 2: bad job or arguments)");
        assertThat(work.done()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check"})
    void mistakesInCodeSetsAndPhenotypesAreToldTogether(String command) throws IOException {
        write("local.csv", """
                item,role,vocabulary,code,match,active,description,verified,source
                leukemia,secondary_cause,ICD10CM,C95,prefix,yes,,yes,
                leukemia,secondary_cause,ICD10CM,C9!,exact,yes,,yes,
                leukemia,cause,ICD10CM,C91,exact,yes,,yes,
                """);
        work.badPhenotype = "ward.yaml";

        Executed result = execute(command, path("job.yaml"), "--set", "localCodes=local.csv");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly(
                        path("local.csv") + " line 4: role is 'cause', expected one of the roles in the README",
                        "local.csv line 3: C9! is not a code of ICD10CM, expected a letter, a digit and 1 to 5 letters"
                                + " or digits",
                        "local.csv line 2: ICD10CM C95 repeats all.csv line 2, leukemia as secondary_cause",
                        path("ward.yaml") + ": this is no definition",
                        "osteocohort: 4 problems while checking code sets and phenotypes (exit code 2: bad job or"
                                + " arguments)");
        assertThat(work.done()).isEmpty();
    }

    @Test
    void twoPhenotypesNeedTwoNames() {
        work.phenotypeName = "ISCD_2019";

        Executed result = execute("check", path("job.yaml"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.errLines().get(0))
                .isEqualTo(path("ward.yaml") + ": the name ISCD_2019 is that of " + path("iscd.yaml")
                        + ", expected another");
    }

    @Test
    void checkSumsUpAJobInOrder() {
        Executed result = execute("check", path("job.yaml"), "--set", "population.minAgeYears=2");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out().replace(folder.toString(), "FOLDER")).isEqualToNormalizingNewlines("""
                        The job 'bones' is in order.
                          extract    north, omop, FOLDER/omop
                          study      2016-01-01 to 2023-12-31
                          children   from 2 to below 19 years
                          codes      18 rows, 17 active
                          phenotypes iscd, ward
                          output     FOLDER/out
                          hidden     counts of fewer than 11 children
                        """);
        assertThat(work.done()).isEmpty();
    }

    @Test
    void warningsAreShownByCheckAndCountedByRun() throws IOException {
        write("local.csv", """
                item,role,vocabulary,code,match,active,description,verified,source
                leukemia,secondary_cause,ICD10CM,C95.0,prefix,yes,,yes,
                """);

        Executed check = execute("check", path("job.yaml"), "--set", "localCodes=local.csv");
        Executed run = execute("run", path("job.yaml"), "--set", "localCodes=local.csv");

        assertThat(check.code()).isZero();
        assertThat(check.errLines())
                .containsExactly("warning: local.csv line 2: C950 adds nothing to C95 in all.csv line 2, which has the"
                        + " same item and role");
        assertThat(check.out()).contains("19 rows, 18 active, 1 warning");
        assertThat(run.code()).isZero();
        assertThat(run.errLines())
                .containsExactly("1 warning on the code sets; 'osteocohort check " + path("job.yaml") + "' shows them");
    }

    /** Whoever points at data of their own for the first time learns how to see the rows that stopped the run. */
    @Test
    void aFailedQualityGateTellsWhatToDoNext() {
        work.failure = new QualityGateException(List.of(new Problem("north", "too many faults")));

        Executed result = execute("run", path("job.yaml"));

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err())
                .contains(
                        "north: too many faults\nNext: ",
                        "--set quality.maxQuarantinedShare=",
                        "restricted/quarantine");
    }

    @Test
    void badInputHasItsOwnExitCode() {
        work.failure = new BadInputException(List.of(
                new Problem("north/person", "column birth_date is missing"),
                new Problem("north/visit", "this table is missing")));

        Executed result = execute("run", path("job.yaml"));

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.errLines())
                .containsExactly(
                        "north/person: column birth_date is missing",
                        "north/visit: this table is missing",
                        "osteocohort: 2 problems while reading the extracts (exit code 3: bad input)");
    }

    @Test
    void problemsThatSparkWrappedAreStillTold() {
        Exception problem = new BadInputException(List.of(new Problem("north/person", "a bad row")));
        work.failure = new IllegalStateException(SECRET, new RuntimeException(SECRET, problem));

        Executed result = execute("run", path("job.yaml"));

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.errLines())
                .containsExactly(
                        "north/person: a bad row",
                        "osteocohort: 1 problem while reading the extracts (exit code 3: bad input)");
    }

    @Test
    void aBadJobFoundLateIsStillABadJob() {
        work.failure = new BadJobException(List.of(new Problem("job.yaml", "too late")));

        assertThat(execute("run", path("job.yaml")).code()).isEqualTo(2);
    }

    @Test
    void theMessageOfAnyOtherFailureIsNeverShown() {
        work.failure = new IllegalStateException(SECRET, new ArithmeticException(SECRET));

        Executed result = execute("run", path("job.yaml"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out() + result.err())
                .doesNotContain("John")
                .doesNotContain("2011")
                .doesNotContain("\tat ");
        assertThat(result.errLines())
                .contains("The message of this error is not shown, because it may quote patient values.")
                .endsWith("osteocohort: java.lang.IllegalStateException, caused by java.lang.ArithmeticException, while"
                        + " reading the extracts (exit code 1: internal error)");
    }

    @Test
    void errorsOfTheJvmAreHushedToo() {
        work.failure = new AssertionError(SECRET);

        Executed result = execute("run", path("job.yaml"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out() + result.err()).doesNotContain("John").contains("java.lang.AssertionError while");
    }

    @Test
    void lackOfMemoryComesWithItsRemedy() {
        work.failure = new IllegalStateException(SECRET, new OutOfMemoryError(SECRET));

        Executed result = execute("run", path("job.yaml"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("OSTEOCOHORT_MEMORY=8g").doesNotContain("John");
    }

    @Test
    void debuggingShowsTheStackTraceWithAWarning() {
        work.failure = new IllegalStateException(SECRET);
        debug = true;

        Executed result = execute("run", path("job.yaml"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.errLines().get(0))
                .startsWith("Warning: OSTEOCOHORT_DEBUG=1")
                .contains("patient values");
        assertThat(result.err()).contains(SECRET, "\tat ");
    }

    @Test
    void generateHandsOverWhatIsAsked() {
        Executed usual = execute("generate", "--patients", "50", "--seed", "7", "--output", path("new"));
        Executed chosen = execute(words(
                "generate --patients 1 --seed -7 --format fhir --files CSV --profile bone-clinic --output",
                path("codes/..new")));

        assertThat(usual.out()).startsWith("Written: " + path("new") + " ");
        assertThat(usual.code()).isZero();
        assertThat(chosen.code()).isZero();
        assertThat(work.requests())
                .extracting(
                        GenerateOptions::patients,
                        GenerateOptions::seed,
                        GenerateOptions::output,
                        GenerateOptions::format,
                        GenerateOptions::files,
                        GenerateOptions::profile)
                .containsExactly(
                        tuple(
                                50L,
                                7L,
                                folder.resolve("new"),
                                GeneratedFormat.OMOP,
                                OutputFiles.PARQUET,
                                Profile.GENERAL),
                        tuple(
                                1L,
                                -7L,
                                folder.resolve("codes/..new"),
                                GeneratedFormat.FHIR,
                                OutputFiles.CSV,
                                Profile.BONE_CLINIC));
    }

    @ParameterizedTest
    @CsvSource({"omop, 0", "codes, 2", "job.yaml, 2", "not-there-yet, 0"})
    void generateNeverWritesAmongOtherFiles(String output, int code) {
        Executed result = execute("generate", "--patients", "50", "--seed", "7", "--output", path(output));

        assertThat(result.code()).isEqualTo(code);
        assertThat(work.requests()).hasSize(code == 0 ? 1 : 0);
    }

    @Test
    void codesCheckTellsErrorsOrACount() throws IOException {
        Executed right = execute("codes", "check", path("codes"));
        write("codes/more.csv", "item,role\n");
        Executed wrong = execute("codes", "check", path("codes"));

        assertThat(right.code()).isZero();
        assertThat(right.out().strip()).isEqualTo("The code sets are in order: 18 rows, 17 active, 0 warnings.");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.errLines())
                .containsExactly(
                        path("codes/more.csv")
                                + ": the header lacks vocabulary, code, match, active, description, verified, source",
                        "osteocohort: 1 problem while checking code sets (exit code 2: bad job or arguments)");
    }

    @Test
    void codesMatchExplainsWhoSpeaksAndWhoLost() {
        Executed result = execute("codes", "match", "icd10cm", "s92.411a", "--codes", path("codes"));

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualToNormalizingNewlines("""
                        ICD10CM S92411A
                          speaks  toe as fracture_never_counted (prefix S924, all.csv line 5)
                          lost    foot as fracture_other_site (prefix S92, all.csv line 4), the longer S924 in all.csv line 5 wins
                          off     foot as fracture_other_site (prefix S9241, all.csv line 6), switched off in the file
                        """);
    }

    @Test
    void codesMatchSaysWhenNothingSpeaksOrTheFolderIsMissing() {
        Executed nothing = execute("codes", "match", "ICD10CM", "Z00", "--codes", path("codes"));
        Executed missing = execute("codes", "match", "ICD10CM", "Z00", "--codes", path("none"));

        assertThat(nothing.code()).isZero();
        assertThat(nothing.out().strip()).isEqualTo("ICD10CM Z00: no row speaks for this code");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains(path("none") + ": this folder of code sets does not exist");
    }

    @Test
    void phenotypesDescribeSpeaksEnglishOrTellsTheProblems() {
        Executed right = execute("phenotypes", "describe", path("iscd.yaml"));
        work.badPhenotype = "iscd.yaml";
        Executed wrong = execute("phenotypes", "describe", path("iscd.yaml"));

        assertThat(right.code()).isZero();
        assertThat(right.out().strip()).isEqualTo("A child has iscd when bones break.");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.errLines())
                .containsExactly(
                        path("iscd.yaml") + ": this is no definition",
                        "osteocohort: 1 problem while reading the phenotype (exit code 2: bad job or arguments)");
    }

    private Executed execute(String... arguments) {
        return Executed.of(work, debug, arguments);
    }

    private static String[] words(String words, String last) {
        return (words + " " + last).strip().split(" ");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
