package org.osteocohort.generate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSetReader;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.generate.design.Drug;

class RoutineTermsTest {
    private static final CodeSets CODE_SETS =
            new CodeSets(CodeSetReader.read(Path.of("jobs", "pediatric-osteoporosis", "codes"), List.of())
                    .rows());

    @Test
    void noCodeOfEverydayCareIsInACodeSet() {
        List<Term> terms = new ArrayList<>(RoutineTerms.all());
        RoutineTerms.all().stream()
                .map(Term::mapsTo)
                .filter(mapped -> mapped != null)
                .forEach(terms::add);
        for (Drug drug : List.of(Drug.AMOXICILLIN, Drug.IBUPROFEN, Drug.CETIRIZINE, Drug.ALBUTEROL)) {
            terms.addAll(DrugTerms.product(drug).ingredients());
        }
        assertThat(terms)
                .hasSizeGreaterThan(60)
                .allSatisfy(term -> assertThat(meanings(term)).as(term.code()).isEmpty());
    }

    @Test
    void heightWeightAndBodyMassIndexAreKnownMeasures() {
        assertThat(List.of(RoutineTerms.HEIGHT, RoutineTerms.WEIGHT, RoutineTerms.BODY_MASS_INDEX))
                .allSatisfy(term ->
                        assertThat(meanings(term)).extracting(CodeRow::role).containsExactly(Role.ANTHROPOMETRY));
    }

    private static List<CodeRow> meanings(Term term) {
        return CODE_SETS.match(new CodeKey(vocabulary(term.vocabulary()), term.code()));
    }

    private static Vocabulary vocabulary(TermVocabulary vocabulary) {
        return switch (vocabulary) {
            case ICD10CM -> Vocabulary.ICD10CM;
            case ICD9CM -> Vocabulary.ICD9CM;
            case SNOMED -> Vocabulary.SNOMEDCT;
            case RXNORM -> Vocabulary.RXNORM;
            case CPT4 -> Vocabulary.CPT;
            case HCPCS -> Vocabulary.HCPCS;
            case LOINC -> Vocabulary.LOINC;
            case NDC -> Vocabulary.NDC;
            case LOCAL -> Vocabulary.LOCAL;
        };
    }
}
