package org.osteocohort.generate.omop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.osteocohort.generate.PopulationGenerator;
import org.osteocohort.generate.Profile;
import org.osteocohort.generate.chart.Term;
import org.osteocohort.generate.chart.TermVocabulary;
import org.osteocohort.generate.design.StudyWindow;

class ConceptsTest {
    private static Term term(TermVocabulary vocabulary, String code) {
        return new Term(vocabulary, code, "words", null, List.of());
    }

    @Test
    void everyTermOfALargePopulationHasANumberOfItsOwnInTheRangeOfSites() {
        Concepts concepts = new Concepts();
        Set<String> codes = new TreeSet<>();
        Set<Integer> numbers = new TreeSet<>();
        for (Profile profile : Profile.values()) {
            new PopulationGenerator(5, profile, StudyWindow.USUAL, "sample", 70)
                    .patients(5_000)
                    .flatMap(patient -> patient.chart().facts().stream())
                    .map(fact -> fact.term())
                    .filter(term -> term.vocabulary() != TermVocabulary.LOCAL)
                    .forEach(term -> {
                        codes.add(term.vocabulary() + " " + term.code());
                        numbers.add(concepts.of(term));
                    });
        }
        assertThat(numbers).hasSameSizeAs(codes).hasSizeGreaterThan(300).allMatch(number -> number > 2_000_000_000);
    }

    @Test
    void aNumberDependsOnVocabularyAndCodeAlone() {
        Concepts used = new Concepts();
        used.of(term(TermVocabulary.CPT4, "99213"));
        int number = used.of(term(TermVocabulary.ICD9CM, "V54.12"));
        assertThat(new Concepts().of(term(TermVocabulary.ICD9CM, "V54.12"))).isEqualTo(number);
        assertThat(new Concepts().of(term(TermVocabulary.ICD10CM, "V54.12"))).isNotEqualTo(number);
    }

    @Test
    void aHospitalsOwnCodeHasNoConcept() {
        assertThat(new Concepts().of(term(TermVocabulary.LOCAL, "TBLH_Z"))).isZero();
    }

    @Test
    void anUnmappedSourceCodeHasNoStandardConcept() {
        Concepts concepts = new Concepts();
        Term standard = term(TermVocabulary.SNOMED, "34000006");
        Term source = new Term(TermVocabulary.ICD10CM, "K50.90", "Crohn disease", standard, List.of());
        assertThat(concepts.standard(source, true)).isEqualTo(concepts.of(standard));
        assertThat(concepts.standard(source, false)).isZero();
        assertThat(concepts.standard(term(TermVocabulary.ICD10CM, "Z23"), true)).isZero();
    }
}
