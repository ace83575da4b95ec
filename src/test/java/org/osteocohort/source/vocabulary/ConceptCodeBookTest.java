package org.osteocohort.source.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.testkit.CodeRows;

class ConceptCodeBookTest {
    private static final CodeSets CODE_SETS = CodeRows.of("""
            ICD10CM  | S52       | prefix
            SNOMEDCT | 125605004 | descendants | fracture of bone
            SNOMEDCT | 75857000  | descendants | fracture of radius and ulna
            RXNORM   | 8640      | ingredient  | prednisone
            ATC      | H02AB     | class       | glucocorticoids""");

    /** Concepts: id, vocabulary ("other" is one that we cannot name), code, name. */
    private static final List<Concept> CONCEPTS = concepts("""
             10 | ICD10CM  | S52.501A  | fracture of radius
             20 | SNOMEDCT | 125605004 | fracture of bone
             21 | SNOMEDCT | 75857000  | fracture of radius and ulna
             22 | SNOMEDCT | 65966004  | fracture of forearm
             23 | SNOMEDCT | 1         | outdated fracture of forearm
             30 | RXNORM   | 8640      | prednisone
             31 | RXNORM   | 312617    | prednisone 5 MG Oral Tablet
             40 | ATC      | H02AB     | glucocorticoids
             50 | other    | C40.0     | bone tumour registry
             -7 | SNOMEDCT | 2         | negative id below fracture""");

    private static final List<ConceptPair> ANCESTRY = List.of(
            new ConceptPair(20, 20),
            new ConceptPair(20, 21),
            new ConceptPair(20, 22),
            new ConceptPair(21, 22),
            new ConceptPair(20, 50),
            new ConceptPair(20, -7),
            new ConceptPair(30, 31),
            new ConceptPair(40, 31),
            new ConceptPair(40, 30));

    /** Concept 11 is an ICD-10-CM code of no interest, 24 a SNOMED one, 60 an NDC code, 61 one without a mapping. */
    private static final ConceptIds KNOWN = ConceptIds.of(10, 11, 20, 21, 22, 23, 24, 30, 31, 40, 50, 60, 61, -7);

    private static final ConceptIds COVERED = ConceptIds.of(10, 11, 20, 21, 22, 23, 24, 30, 31, 40, -7);

    private static final ConceptCodeBook BOOK = ConceptCodeBook.of(
            new VocabularyExcerpt(
                    CONCEPTS,
                    ANCESTRY,
                    List.of(new ConceptPair(60, 31), new ConceptPair(23, 22), new ConceptPair(11, 22)),
                    KNOWN,
                    COVERED,
                    new DrugCodes(),
                    Map.of(),
                    Map.of()),
            CODE_SETS);

    private static List<Concept> concepts(String picture) {
        List<Concept> concepts = new ArrayList<>();
        for (String line : picture.lines().toList()) {
            String[] cells = line.split("\\|");
            String vocabulary = cells[1].strip();
            concepts.add(new Concept(
                    Long.parseLong(cells[0].strip()),
                    vocabulary.equals("other") ? null : Vocabulary.valueOf(vocabulary),
                    cells[2].strip(),
                    cells[3].strip()));
        }
        return concepts;
    }

    private static String judged(ConceptCodeBook book, long source, long standard) {
        int reference = book.reference(source, standard);
        return switch (reference) {
            case ConceptCodeBook.IRRELEVANT -> "irrelevant";
            case ConceptCodeBook.BY_SOURCE_VALUE -> "by source value";
            default -> {
                JudgedCode code = book.code(reference);
                yield code.vocabulary() + " " + code.code() + " " + code.resolution() + " " + code.matchedBy();
            }
        };
    }

    @ParameterizedTest(name = "source {0}, standard {1}")
    @CsvSource(
            value = {
                // The source concept judges when its vocabulary is covered ...
                "10, 22, ICD10CM S52.501A SOURCE_CODE null",
                "31, 31, RXNORM 312617 ANCESTOR ATC|H02AB RXNORM|8640",
                // ... even when that means that the row is of no interest.
                "11, 22, irrelevant",
                "24, 22, irrelevant",
                // Otherwise the standard concept does.
                "60, 31, RXNORM 312617 ANCESTOR ATC|H02AB RXNORM|8640",
                "0,  22, SNOMEDCT 65966004 ANCESTOR SNOMEDCT|125605004 SNOMEDCT|75857000",
                "0,  20, SNOMEDCT 125605004 STANDARD_CONCEPT null",
                "99, 20, SNOMEDCT 125605004 STANDARD_CONCEPT null",
                "60, 24, irrelevant",
                // A concept that a row names and that lies below another row's has both.
                "0,  21, SNOMEDCT 75857000 STANDARD_CONCEPT SNOMEDCT|125605004",
                "21, 0,  SNOMEDCT 75857000 SOURCE_CODE SNOMEDCT|125605004",
                "0,  30, RXNORM 8640 STANDARD_CONCEPT ATC|H02AB",
                // Without a standard concept an uncovered source concept goes by its mapping.
                "60, 0,  RXNORM 312617 ANCESTOR ATC|H02AB RXNORM|8640",
                "61, 0,  irrelevant",
                // An outdated code of a covered hierarchy keeps its code and takes its successor's keys.
                "23, 22, SNOMEDCT 1 ANCESTOR SNOMEDCT|125605004 SNOMEDCT|75857000",
                // A vocabulary that our codes cannot name: the broader concept stands for the row.
                "0,  50, SNOMEDCT 125605004 ANCESTOR SNOMEDCT|125605004",
                "50, 0,  irrelevant",
                // Any number can be an id.
                "-7, 0,  SNOMEDCT 2 ANCESTOR SNOMEDCT|125605004",
                // Nothing known: the source value is asked.
                "0,  0,  by source value",
                "99, 98, by source value",
                "2000001234567, 0, by source value",
                "24, 0,  irrelevant",
                "0,  24, irrelevant",
            })
    void oneConceptJudgesTheRow(long source, long standard, String expected) {
        assertThat(judged(BOOK, source, standard)).isEqualTo(expected);
    }

    @Test
    void aProductsNameTellsRouteAndStrength() {
        JudgedCode code = BOOK.code(BOOK.reference(31, 0));
        assertThat(code.formRoute()).hasToString("ORAL");
        assertThat(code.strengthMilligrams()).isEqualTo(5.0);
    }

    @Test
    void withoutAHierarchyOfDrugsTheNameIsAsked() {
        ConceptCodeBook book = ConceptCodeBook.of(
                new VocabularyExcerpt(
                        CONCEPTS, List.of(), List.of(), KNOWN, COVERED, new DrugCodes(), Map.of(), Map.of()),
                CODE_SETS);
        assertThat(judged(book, 31, 31)).isEqualTo("RXNORM 312617 NAME RXNORM|8640");
        assertThat(judged(book, 22, 22)).isEqualTo("irrelevant");
    }

    @Test
    void aRowThatIsSwitchedOffNeitherMatchesNorCovers() {
        CodeSets off = CodeRows.of("SNOMEDCT | 125605004 | descendants | fracture of bone | off");
        ConceptCodeBook book = ConceptCodeBook.of(
                new VocabularyExcerpt(
                        CONCEPTS, ANCESTRY, List.of(), KNOWN, new ConceptIds(), new DrugCodes(), Map.of(), Map.of()),
                off);
        assertThat(judged(book, 22, 22)).isEqualTo("irrelevant");
        assertThat(book.size()).isZero();
    }
}
