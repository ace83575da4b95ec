package org.osteocohort.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.codes.CodeSetLint.Finding;
import org.osteocohort.codes.CodeSetLint.Severity;

/** Rows as text: item, role, vocabulary, code, match, and "off" when switched off; findings as text out. */
class CodeSetLintTest {
    /** One active row of every role that is looked for. */
    private static final String COMPLETE = """
            leukemia        secondary_cause                    ICD10CM C95    prefix
            spine           fracture_vertebral_compression     ICD10CM S22.0  prefix
            femur           fracture_long_bone                 ICD10CM S72    prefix
            femur           fracture_long_bone_pathologic      ICD10CM M84.45 prefix
            skull           fracture_never_counted             ICD10CM S02    prefix
            history         history_only_not_incident          ICD10CM Z87.31 prefix
            osteoporosis    osteoporosis_dx                    ICD10CM M81    prefix
            steroids        med_cause                          RXNORM  8640   ingredient
            immobility      lifestyle_cause                    ICD10CM Z99.3  exact
            cyst            local_bone_disease_exclusion       ICD10CM M85.5  prefix
            trauma          trauma_high                        ICD10CM V43    prefix
            trauma          trauma_low                         ICD10CM W01    prefix
            bar             ijo_exclusion_genetic_or_endocrine ICD10CM Q78.0  exact
            scan            dxa_procedure                      CPT     77080  exact
            bmd             bmd_zscore                         LOINC   80933-5 exact
            zoledronic_acid treatment                          ATC     M05BA08 class
            """;

    @Test
    void rowsInOrderGiveNoFinding() {
        assertThat(findings("")).isEmpty();
    }

    @Test
    void theCodeSetsOfTheProjectHaveNoErrors() {
        Path jobs = Path.of("jobs", "pediatric-osteoporosis");
        CodeSetReader reader =
                CodeSetReader.read(jobs.resolve("codes"), List.of(jobs.resolve("sample-local-codes.csv")));

        assertThat(reader.problems()).isEmpty();
        assertThat(reader.rows()).hasSizeGreaterThan(1000);
        assertThat(CodeSetLint.problems(reader.rows())).isEmpty();
    }

    @Test
    void allFindingsAreToldAtOnceErrorsBySeverity() {
        String rows = """
                leukemia secondary_cause      ICD10CM C9   prefix
                leukemia secondary_cause      ICD10CM !!   prefix
                leukemia not_a_cause_override ICD10CM C9   prefix
                """;

        assertThat(findings(rows))
                .containsExactly(
                        "ERROR line 102: !! is not the beginning of a code of ICD10CM, expected a letter, a digit and"
                                + " 1 to 5 letters or digits",
                        "ERROR line 103: ICD10CM C9 is leukemia as not_a_cause_override, but leukemia as"
                                + " secondary_cause in x.csv line 101, and only one of the two can count",
                        "WARNING line 1: C95 adds nothing to C9 in x.csv line 101, which has the same item and role");
        assertThat(CodeSetLint.problems(rows(COMPLETE, rows))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', nullValues = "fine", textBlock = """
                    a secondary_cause ICD10CM D57 prefix   # a secondary_cause ICD10CM D57 prefix           # repeats
                    a secondary_cause ICD10CM D57 prefix   # a secondary_cause ICD10CM D57 exact            # repeats
                    a secondary_cause ICD10CM D57 prefix   # a secondary_cause ICD10CM D57 prefix off       # repeats
                    a secondary_cause ICD10CM D57 prefix   # b secondary_cause ICD10CM D57 prefix           # fine
                    a secondary_cause ICD9CM  282 prefix   # a secondary_cause ICD10CM D57 prefix           # fine
                    a secondary_cause ICD10CM E88 prefix   # a secondary_cause ICD9CM  E88 prefix           # fine
                    a secondary_cause ICD10CM D57 prefix   # a not_a_cause_override ICD10CM D57 prefix      # contradicts
                    a secondary_cause ICD10CM D57 prefix   # a not_a_cause_override ICD10CM D57 prefix off  # fine
                    a secondary_cause ICD10CM D57 prefix   # b not_a_cause_override ICD10CM D57 prefix      # fine
                    a secondary_cause ICD10CM D57 prefix   # a not_a_cause_override ICD10CM D57.3 exact     # fine
                    a secondary_cause ICD10CM D57 prefix   # a local_bone_disease_exclusion ICD10CM D57 prefix # fine
                    a fracture_long_bone ICD10CM S52 prefix # b fracture_other_site ICD10CM S52 prefix      # contradicts
                    a fracture_long_bone ICD10CM S52 prefix # b fracture_long_bone ICD10CM S52 prefix       # contradicts
                    a fracture_long_bone ICD10CM S52 prefix # b fracture_other_site ICD10CM S52.1 prefix    # fine
                    a trauma_high ICD10CM W09 prefix       # b trauma_moderate ICD10CM W09 prefix           # contradicts
                    a trauma_high ICD10CM W09 prefix       # b fracture_long_bone ICD10CM W09 prefix        # fine
                    """)
    void oneCodeHasOneMeaningInEachQuestion(String first, String second, String expected) {
        List<String> findings = findings(first + "\n" + second);

        if (expected == null) {
            assertThat(findings).isEmpty();
        } else {
            String word = expected.equals("repeats") ? " repeats x.csv line 101" : "only one of the two can count";
            assertThat(findings)
                    .singleElement()
                    .asString()
                    .startsWith("ERROR line 102")
                    .contains(word);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
                    a secondary_cause ICD10CM D57 prefix     # a secondary_cause ICD10CM D57.3 exact           # redundant
                    a secondary_cause ICD10CM D57 prefix     # a secondary_cause ICD10CM D57.3 prefix          # redundant
                    a secondary_cause ICD10CM D57 exact      # a secondary_cause ICD10CM D57.3 exact           # fine
                    a secondary_cause ICD10CM D57 prefix off # a secondary_cause ICD10CM D57.3 exact           # fine
                    a secondary_cause ICD10CM D57 prefix     # b secondary_cause ICD10CM D57.3 exact           # fine
                    a secondary_cause ICD10CM D57 prefix     # a secondary_cause_extension ICD10CM D57.3 exact # fine
                    a fracture_long_bone ICD10CM S52 prefix  # b fracture_long_bone ICD10CM S52.1 exact        # fine
                    a treatment ATC M05BB class              # a treatment ATC M05BB03 class                   # redundant
                    """)
    void aRowUnderAPrefixOfTheSameMeaningAddsNothing(String above, String below, String expected) {
        List<String> findings = findings(above + "\n" + below);

        if (expected.equals("fine")) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings)
                    .singleElement()
                    .asString()
                    .startsWith("WARNING line 102")
                    .contains("adds nothing to");
        }
    }

    @Test
    void aRowThatTakesBackWhatALongerPrefixTookAwayIsNeeded() {
        assertThat(findings("""
                                a secondary_cause      ICD10CM D57    prefix
                                a not_a_cause_override ICD10CM D57.3  prefix
                                a secondary_cause      ICD10CM D57.31 exact
                                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # vocabulary, code, match, right or wrong
                    ICD10CM,  S72.001A,           exact,       right
                    ICD10CM,  S72.0011A,          exact,       wrong
                    ICD10CM,  S72.0011A,          prefix,      wrong
                    ICD10CM,  C4A,                exact,       right
                    ICD10CM,  S7,                 prefix,      right
                    ICD10CM,  S,                  prefix,      right
                    ICD10CM,  S7,                 exact,       wrong
                    ICD10CM,  733.00,             exact,       wrong
                    ICD10CM,  M81-0,              exact,       wrong
                    ICD9CM,   733.00,             exact,       right
                    ICD9CM,   733.001,            exact,       wrong
                    ICD9CM,   73,                 prefix,      right
                    ICD9CM,   73,                 exact,       wrong
                    ICD9CM,   E880.9,             exact,       right
                    ICD9CM,   E880.91,            exact,       wrong
                    ICD9CM,   V15.51,             exact,       right
                    ICD9CM,   M81.0,              exact,       wrong
                    ICD10PCS, BQ00ZZ1,            exact,       right
                    ICD10PCS, BQO0ZZ1,            exact,       wrong
                    ICD10PCS, BQ00ZZ,             exact,       wrong
                    ICD10PCS, BQ0,                prefix,      right
                    ICD9PROC, 88.98,              exact,       right
                    ICD9PROC, 88.981,             exact,       wrong
                    SNOMEDCT, 64859006,           descendants, right
                    SNOMEDCT, 64859009,           descendants, wrong
                    SNOMEDCT, 64895006,           descendants, wrong
                    SNOMEDCT, 64859006,           prefix,      wrong
                    SNOMEDCT, M81,                exact,       wrong
                    SNOMEDCT, 64859012,           exact,       wrong
                    SNOMEDCT, 15750001000119100,  exact,       wrong
                    RXNORM,   8640,               ingredient,  right
                    RXNORM,   8640,               prefix,      wrong
                    RXNORM,   08640,              ingredient,  wrong
                    RXNORM,   prednisone,         ingredient,  wrong
                    ATC,      H02AB,              class,       right
                    ATC,      H02A B07,           class,       right
                    ATC,      H02AB0,             class,       wrong
                    ATC,      H02AB0,             prefix,      right
                    ATC,      H02AB,              ingredient,  wrong
                    HCPCS,    J3489,              exact,       right
                    HCPCS,    77080,              exact,       wrong
                    HCPCS,    J34,                prefix,      right
                    CPT,      77080,              exact,       right
                    CPT,      0554T,              exact,       right
                    CPT,      7708,               exact,       wrong
                    LOINC,    80933-5,            exact,       right
                    LOINC,    80933-6,            exact,       wrong
                    LOINC,    80393-5,            exact,       wrong
                    LOINC,    809335,             exact,       wrong
                    LOINC,    80933-5,            prefix,      wrong
                    NDC,      00078-0387-25,      exact,       right
                    NDC,      00078038725,        exact,       right
                    NDC,      78038,              exact,       wrong
                    NDC,      00078,              prefix,      right
                    NDC,      00078038725,        descendants, wrong
                    LOCAL,    LS_HAZ_Z,           exact,       right
                    LOCAL,    LS_HAZ_Z,           class,       wrong
                    """)
    void aCodeHasTheShapeOfItsVocabulary(String vocabulary, String code, String match, String expected) {
        String row = String.join(" ", "a context", vocabulary, Vocabulary.normalized(code), match);

        assertThat(CodeSetLintShape.mistake(rows(row, "").get(0)).isEmpty())
                .as(() -> String.valueOf(CodeSetLintShape.mistake(rows(row, "").get(0))))
                .isEqualTo(expected.equals("right"));
    }

    @Test
    void aMistakeIsToldAlsoForRowsThatAreSwitchedOff() {
        assertThat(findings("a secondary_cause_extension ICD10CM D5788888 exact off"))
                .containsExactly("ERROR line 101: D5788888 is not a code of ICD10CM, expected a letter, a digit and"
                        + " 1 to 5 letters or digits");
    }

    @Test
    void aWrongCheckDigitIsExplained() {
        assertThat(findings("a lab LOINC 1989-4 exact"))
                .containsExactly("ERROR line 101: LOINC 1989-4 has a wrong check digit, so a digit is mistyped or two"
                        + " are swapped");
    }

    @ParameterizedTest
    @CsvSource({
        "secondary_cause,                    off,    1",
        "secondary_cause,                    active, 0",
        "secondary_cause_extension,          off,    0",
        "med_cause_optional,                 off,    0"
    })
    void anItemWithoutAnActiveRowIsToldUnlessItsRoleIsOptional(String role, String state, int warnings) {
        List<String> findings = findings("thalassemia " + role + " ICD10CM D56 prefix " + state);

        assertThat(findings)
                .hasSize(warnings)
                .allMatch(finding -> finding.equals("WARNING line 101: all rows of item 'thalassemia' are switched"
                        + " off, so it is never found"));
    }

    @ParameterizedTest
    @CsvSource({
        "secondary_cause,     'ERROR: no active row has the role secondary_cause, and the study needs one'",
        "osteoporosis_dx,     'ERROR: no active row has the role osteoporosis_dx, and the study needs one'",
        "treatment,           'WARNING: no active row has the role treatment, so its part of the reports stays empty'",
        "trauma_low,          'WARNING: no active row has the role trauma_low, so its part of the reports stays empty'"
    })
    void aRoleThatNobodyWroteIsMissed(String role, String expected) {
        String without = String.join(
                "\n",
                COMPLETE.lines()
                        .filter(line -> !line.split("\\s+")[1].equals(role))
                        .toList());

        assertThat(CodeSetLint.findings(rows(without, "")))
                .singleElement()
                .extracting(CodeSetLintTest::shown)
                .isEqualTo(expected);
    }

    @Test
    void aRoleThatIsSwitchedOffIsMissed() {
        String off = COMPLETE.replace("C95    prefix", "C95    prefix off");

        assertThat(CodeSetLint.findings(rows(off, "")))
                .extracting(Finding::severity)
                .containsExactlyInAnyOrder(Severity.ERROR, Severity.WARNING);
    }

    /** What is found in these rows beside a complete set; they stand from line 101 on. */
    private static List<String> findings(String rows) {
        return CodeSetLint.findings(rows(COMPLETE, rows)).stream()
                .map(CodeSetLintTest::shown)
                .toList();
    }

    private static String shown(Finding finding) {
        String place = finding.problem().place().replace("code sets", "").replace("x.csv", "");
        return finding.severity() + place + ": " + finding.problem().what();
    }

    private static List<CodeRow> rows(String first, String second) {
        List<CodeRow> rows = new ArrayList<>();
        first.lines().forEach(line -> row(line, rows.size() + 1).ifPresent(rows::add));
        List<String> lines = second.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            row(lines.get(index), 101 + index).ifPresent(rows::add);
        }
        return rows;
    }

    private static Optional<CodeRow> row(String text, int line) {
        List<String> fields = Stream.of(text.strip().split("\\s+")).toList();
        if (fields.size() < 5) {
            return Optional.empty();
        }
        boolean active = fields.size() == 5 || !fields.get(5).equals("off");
        CodeKey key = new CodeKey(Vocabulary.named(fields.get(2)).orElseThrow(), fields.get(3));
        CodeMatch match = CodeMatch.valueOf(fields.get(4).toUpperCase(Locale.ROOT));
        Role role = Role.labelled(fields.get(1)).orElseThrow();
        return Optional.of(new CodeRow(fields.get(0), role, key, match, active, "", "yes", "", "x.csv", line));
    }
}
