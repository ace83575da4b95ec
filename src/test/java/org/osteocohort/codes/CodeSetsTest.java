package org.osteocohort.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.testkit.ShippedStudy;

/** Pictures of what a code means: rows of a code set in, the winners as role and item out. */
class CodeSetsTest {
    private static final CodeSets FRACTURES = sets("""
            fracture_other_site            | foot     | ICD10CM S92     | prefix
            fracture_never_counted         | toe      | ICD10CM S92.4   | prefix
            fracture_long_bone             | forearm  | ICD10CM S52     | prefix
            history_only_not_incident      | old      | ICD10CM S52.501S | exact
            trauma_high                    | fall     | ICD10CM W17     | prefix
            trauma_moderate                | fall     | ICD10CM W17.82  | prefix
            """);

    @ParameterizedTest
    @CsvSource({
        "ICD10CM, S92.901A, fracture_other_site foot",
        "ICD10CM, S92.401A, fracture_never_counted toe",
        "ICD10CM, S92.4, fracture_never_counted toe",
        "ICD10CM, S92, fracture_other_site foot",
        "ICD10CM, S9, -",
        "ICD10CM, S52.501S, history_only_not_incident old",
        "ICD10CM, S52.501A, fracture_long_bone forearm",
        "ICD10CM, W17.82XA, trauma_moderate fall",
        "ICD10CM, W17.81XA, trauma_high fall",
    })
    void theLongestPrefixWinsAcrossItemsOfFracturesAndTrauma(Vocabulary vocabulary, String code, String meaning) {
        assertThat(meaning(FRACTURES, vocabulary, code)).isEqualTo(meaning);
    }

    @Test
    void anExactRowSpeaksForItsCodeAndNoLongerOne() {
        CodeSets sets = sets("secondary_cause | oi | ICD10CM Q78.0 | exact\n");
        assertThat(meaning(sets, Vocabulary.ICD10CM, "Q78.0")).isEqualTo("secondary_cause oi");
        assertThat(meaning(sets, Vocabulary.ICD10CM, "Q78.01")).isEqualTo("-");
        assertThat(meaning(sets, Vocabulary.ICD10CM, "Q78")).isEqualTo("-");
    }

    @Test
    void atOneLengthTheRoleThatStandsFirstWinsWhateverTheOrderOfRows() {
        String never = "fracture_never_counted | stress | ICD10CM M84.3 | prefix\n";
        String longBone = "fracture_long_bone_pathologic | femur | ICD10CM M84.3 | prefix\n";
        String compression = "fracture_vertebral_compression | vertebral | ICD10CM M84.3 | prefix\n";
        assertThat(meaning(sets(never + longBone), Vocabulary.ICD10CM, "M84.30XA"))
                .isEqualTo("fracture_never_counted stress");
        assertThat(meaning(sets(longBone + never), Vocabulary.ICD10CM, "M84.30XA"))
                .isEqualTo("fracture_never_counted stress");
        assertThat(meaning(sets(longBone + compression), Vocabulary.ICD10CM, "M84.30XA"))
                .isEqualTo("fracture_vertebral_compression vertebral");
    }

    @Test
    void outsideFracturesAndTraumaItemsDoNotCompete() {
        CodeSets sets = sets("""
                med_cause       | steroids        | RXNORM 8640 | ingredient
                med_cause       | corticosteroids | RXNORM 8640 | ingredient
                secondary_cause | oi              | ICD10CM Q78.0 | exact
                ijo_exclusion_genetic_or_endocrine | ijo_exclusion | ICD10CM Q78.0 | exact
                """);
        assertThat(meaning(sets, Vocabulary.RXNORM, "8640")).isEqualTo("med_cause corticosteroids; med_cause steroids");
        assertThat(meaning(sets, Vocabulary.ICD10CM, "Q78.0"))
                .isEqualTo("secondary_cause oi; ijo_exclusion_genetic_or_endocrine ijo_exclusion");
    }

    @Test
    void aLongerPrefixCancelsItsItemOnly() {
        CodeSets sets = sets("""
                secondary_cause      | type1_diabetes | ICD10CM E10   | prefix
                not_a_cause_override | type1_diabetes | ICD10CM E10.A | prefix
                secondary_cause      | other          | ICD10CM E1    | prefix
                """);
        assertThat(meaning(sets, Vocabulary.ICD10CM, "E10.A1"))
                .isEqualTo("secondary_cause other; not_a_cause_override type1_diabetes");
        assertThat(meaning(sets, Vocabulary.ICD10CM, "E10.9"))
                .isEqualTo("secondary_cause other; secondary_cause type1_diabetes");
    }

    @Test
    void theVocabularyIsPartOfTheKey() {
        CodeSets sets = sets("""
                trauma_moderate | stairs  | ICD9CM E880    | prefix
                context         | protein | ICD10CM E88.0  | prefix
                """);
        assertThat(meaning(sets, Vocabulary.ICD9CM, "E880.9")).isEqualTo("trauma_moderate stairs");
        assertThat(meaning(sets, Vocabulary.ICD10CM, "E88.09")).isEqualTo("context protein");
        assertThat(meaning(sets, Vocabulary.SNOMEDCT, "E8809")).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({"S52.501A", "s52.501a", "S52501A", "' S52.501 A '", "S.52.501A"})
    void dotsBlanksAndCaseDoNotMatter(String code) {
        assertThat(meaning(FRACTURES, Vocabulary.ICD10CM, code)).isEqualTo("fracture_long_bone forearm");
    }

    @Test
    void aHyphenIsPartOfACode() {
        CodeSets sets = sets("lab | calcium | LOINC 17861-6 | exact\n");
        assertThat(meaning(sets, Vocabulary.LOINC, "17861-6")).isEqualTo("lab calcium");
        assertThat(meaning(sets, Vocabulary.LOINC, "178616")).isEqualTo("-");
    }

    @Test
    void aRowThatIsOffSpeaksForNothingAndStandsInTheList() {
        CodeSets sets = sets("""
                secondary_cause           | liver | ICD10CM E83    | prefix
                secondary_cause_extension | liver | ICD10CM E83.01 | exact | off
                """);
        assertThat(meaning(sets, Vocabulary.ICD10CM, "E83.01")).isEqualTo("secondary_cause liver");
        assertThat(sets.rows()).hasSize(2);
    }

    @Test
    void aDrugOfAClassOfTreatmentsIsNotAlsoAnotherDrugOfTheWiderClass() {
        CodeSets sets = sets("""
                treatment | bisphosphonate.alendronate | ATC M05BA04  | class
                treatment | bisphosphonate.other       | ATC M05BA    | class
                treatment | bisphosphonate.alendronate | RXNORM 46041 | ingredient
                """);
        assertThat(meaning(sets, Vocabulary.ATC, "M05BA04")).isEqualTo("treatment bisphosphonate.alendronate");
        assertThat(meaning(sets, Vocabulary.ATC, "M05BA07")).isEqualTo("treatment bisphosphonate.other");
        assertThat(meaning(sets, Vocabulary.RXNORM, "1", "RXNORM|46041"))
                .isEqualTo("treatment bisphosphonate.alendronate");
    }

    @Test
    void aDrugCauseIsReachedByIngredientAndByClass() {
        CodeSets sets = sets("""
                med_cause          | steroids | RXNORM 8640  | ingredient
                med_cause          | steroids | ATC H02AB    | class
                med_cause_excluded | steroids | ATC H02AB16  | class
                """);
        assertThat(meaning(sets, Vocabulary.NDC, "00054-4741", "RXNORM|8640", "ATC|H02AB07"))
                .isEqualTo("med_cause steroids");
        assertThat(meaning(sets, Vocabulary.ATC, "H02AB16")).isEqualTo("med_cause_excluded steroids");
    }

    @Test
    void aConceptIsReachedByItsAncestorsAndTheRoleDecidesBetweenThem() {
        CodeSets sets = sets("""
                fracture_other_site    | foot | SNOMEDCT 125603006 | descendants
                fracture_never_counted | toe  | SNOMEDCT 1         | descendants
                """);
        assertThat(meaning(sets, Vocabulary.SNOMEDCT, "999")).isEqualTo("-");
        assertThat(meaning(sets, Vocabulary.SNOMEDCT, "999", "SNOMEDCT|125603006"))
                .isEqualTo("fracture_other_site foot");
        assertThat(meaning(sets, Vocabulary.SNOMEDCT, "999", "SNOMEDCT|125603006", "SNOMEDCT|1"))
                .isEqualTo("fracture_never_counted toe");
        assertThat(meaning(sets, Vocabulary.SNOMEDCT, "125603006")).isEqualTo("fracture_other_site foot");
        assertThat(meaning(sets, Vocabulary.SNOMEDCT, "1256030061")).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({
        "ICD10CM, M84.551A, fracture_never_counted",
        "ICD10CM, S72.301A, fracture_long_bone",
        "ICD10CM, S92.4, fracture_never_counted",
        "ICD10CM, S62.601A, fracture_never_counted",
        "ICD10CM, W10.1XXA, trauma_low",
        "ICD10CM, W10.9XXA, trauma_moderate",
        "ICD9CM, E880.1, trauma_low",
        "ICD9CM, E885.9, trauma_low",
        "ICD9CM, E885.0, trauma_moderate",
        "ICD10CM, V00.811A, trauma_low",
        "ICD10CM, V00.131A, trauma_moderate",
        "ICD10CM, M81.6, not_osteoporosis",
    })
    void theShippedSetsKeepThePrecedenceOfTheReference(Vocabulary vocabulary, String code, String role) {
        assertThat(ShippedStudy.CODE_SETS.match(new CodeKey(vocabulary, code)))
                .extracting(row -> row.role().label())
                .contains(role)
                .filteredOn(label -> label.startsWith("fracture_") || label.startsWith("trauma_"))
                .hasSizeLessThanOrEqualTo(1);
    }

    private static String meaning(CodeSets sets, Vocabulary vocabulary, String code, String... resolved) {
        List<CodeKey> keys = Stream.of(resolved).map(CodeKey::parse).toList();
        List<CodeRow> rows = sets.match(new CodeKey(vocabulary, code), keys);
        return rows.isEmpty()
                ? "-"
                : rows.stream()
                        .map(row -> row.role().label() + " " + row.item())
                        .collect(Collectors.joining("; "));
    }

    private static CodeSets sets(String picture) {
        List<CodeRow> rows = new ArrayList<>();
        for (String line : picture.lines().toList()) {
            String[] cells = line.split("\\|");
            String[] key = cells[2].strip().split(" ", 2);
            rows.add(new CodeRow(
                    cells[1].strip(),
                    Role.labelled(cells[0]).orElseThrow(),
                    new CodeKey(Vocabulary.valueOf(key[0]), key[1]),
                    CodeMatch.valueOf(cells[3].strip().toUpperCase(Locale.ROOT)),
                    cells.length < 5,
                    "",
                    "yes",
                    "test",
                    "test.csv",
                    rows.size() + 2L));
        }
        return new CodeSets(rows);
    }
}
