package org.osteocohort.source.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.testkit.CodeRows;

class CodeBookTest {
    private static final CodeSets CODE_SETS = CodeRows.of("""
            ICD10CM  | S52       | prefix
            SNOMEDCT | 125605004 | descendants | fracture of bone
            RXNORM   | 8640      | ingredient  | prednisone
            LOINC    | 2160-0    | exact""");

    private static final CodeBook WITHOUT = CodeBook.withoutVocabulary(CODE_SETS);

    private static final CodeBook WITH = CodeBook.of(
            new VocabularyExcerpt(
                    List.of(
                            new Concept(20, Vocabulary.SNOMEDCT, "125605004", "fracture of bone"),
                            new Concept(22, Vocabulary.SNOMEDCT, "65966004", "fracture of forearm"),
                            new Concept(30, Vocabulary.RXNORM, "8640", "prednisone"),
                            new Concept(31, Vocabulary.RXNORM, "312617", "prednisone 5 MG Oral Tablet"),
                            new Concept(60, Vocabulary.NDC, "00054001820", "prednisone 5 MG Oral Tablet"),
                            new Concept(61, Vocabulary.NDC, "00054001821", "prednisone")),
                    List.of(new ConceptPair(20, 22), new ConceptPair(30, 31)),
                    List.of(new ConceptPair(60, 31), new ConceptPair(61, 30)),
                    ConceptIds.of(20, 22, 30, 31, 60, 61),
                    ConceptIds.of(20, 22, 30, 31),
                    drugCodes(),
                    Map.of(),
                    Map.of()),
            CODE_SETS);

    private static String judged(CodeBook book, Vocabulary vocabulary, String code, String name) {
        return book.judge(vocabulary, code, name)
                .map(judged -> judged.vocabulary() + " " + judged.code() + " " + judged.matchedBy() + " "
                        + judged.resolution() + " " + judged.formRoute() + " " + judged.strengthMilligrams())
                .orElse("nothing");
    }

    /** Also two drugs that the study does not ask for. */
    private static DrugCodes drugCodes() {
        DrugCodes codes = new DrugCodes();
        codes.add(Vocabulary.RXNORM, "312617");
        codes.add(Vocabulary.RXNORM, "308182");
        codes.add(Vocabulary.NDC, "65862001501");
        codes.add(Vocabulary.NDC, "A4253");
        return DrugCodes.fromBytes(codes.toBytes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            RXNORM | 312617        | -                     | true
            RXNORM | 308182        | -                     | true
            RXNORM | 999999        | -                     | false
            RXNORM | 999999        | prednisone 5 MG       | false
            NDC    | 65862001501   | -                     | true
            NDC    | 65862-0015-01 | -                     | true
            NDC    | 00054001820   | -                     | true
            NDC    | 65862001502   | -                     | false
            NDC    | 308182        | -                     | false
            RXNORM | 65862001501   | -                     | false
            """)
    void aVocabularyTellsWhichDrugsAreKnown(Vocabulary vocabulary, String code, String name, boolean known) {
        assertThat(WITH.knowsDrug(vocabulary, code, name)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            RXNORM | 8640        | -                        | true
            RXNORM | 308182      | -                        | false
            RXNORM | 308182      | amoxicillin 250 MG       | true
            NDC    | 65862001501 | -                        | false
            NDC    | 65862001501 | amoxicillin 250 MG       | true
            """)
    void withoutAVocabularyANameTellsIt(Vocabulary vocabulary, String code, String name, boolean known) {
        assertThat(WITHOUT.knowsDrug(vocabulary, code, name)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "ICD10CM;  S52.501A;     -;                           ICD10CM S52.501A null SOURCE_CODE null null",
                "ICD10CM;  R05;          fracture;                    nothing",
                "LOINC;    2160-0;       -;                           LOINC 2160-0 null SOURCE_CODE null null",
                "SNOMEDCT; 125605004;    -;                           SNOMEDCT 125605004 null SOURCE_CODE null null",
                "SNOMEDCT; 65966004;     -;                           nothing",
                "RXNORM;   8640;         prednisone 5 MG Oral Tablet; RXNORM 8640 null SOURCE_CODE ORAL 5.0",
                "RXNORM;   312617;       prednisone 5 MG Oral Tablet; RXNORM 312617 RXNORM|8640 NAME ORAL 5.0",
                "RXNORM;   312617;       -;                           nothing",
                "NDC;      0054-0018-20; prednisone 5 MG;             NDC 00054001820 RXNORM|8640 NAME null 5.0",
                "NDC;      00054001820;  -;                           nothing",
                "ATC;      H02AB07;      prednisone;                  nothing",
            })
    void withoutAVocabularyTheCodeOrTheNameSpeaks(Vocabulary vocabulary, String code, String name, String expected) {
        assertThat(judged(WITHOUT, vocabulary, code, name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "ICD10CM;  S52.501A;     -;          ICD10CM S52.501A null SOURCE_CODE null null",
                "SNOMEDCT; 65966004;     -;          SNOMEDCT 65966004 SNOMEDCT|125605004 ANCESTOR null null",
                "RXNORM;   312617;       -;          RXNORM 312617 RXNORM|8640 ANCESTOR ORAL 5.0",
                "RXNORM;   999999;       prednisone; nothing",
                "NDC;      00054001820;  -;          RXNORM 312617 RXNORM|8640 ANCESTOR ORAL 5.0",
                "NDC;      0054-0018-20; -;          RXNORM 312617 RXNORM|8640 ANCESTOR ORAL 5.0",
                "NDC;      54-18-20;     -;          RXNORM 312617 RXNORM|8640 ANCESTOR ORAL 5.0",
                "NDC;      00054001821;  -;          RXNORM 8640 null STANDARD_CONCEPT null null",
                "NDC;      00054001899;  prednisone; nothing",
            })
    void withAVocabularyItSpeaks(Vocabulary vocabulary, String code, String name, String expected) {
        assertThat(judged(WITH, vocabulary, code, name)).isEqualTo(expected);
    }
}
