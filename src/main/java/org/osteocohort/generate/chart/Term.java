package org.osteocohort.generate.chart;

import java.util.List;
import java.util.Objects;

/**
 * A code and its meaning.
 *
 * @param name our own words, or a drug product's name
 * @param mapsTo the standard term; null when there is none or when this is one
 * @param ingredients the ingredients of a drug product; empty otherwise
 */
public record Term(TermVocabulary vocabulary, String code, String name, Term mapsTo, List<Term> ingredients) {
    public Term {
        Objects.requireNonNull(vocabulary, "vocabulary");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        ingredients = List.copyOf(ingredients);
    }

    /** A term is its code: names and mappings do not tell two apart. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Term term && vocabulary == term.vocabulary && code.equals(term.code);
    }

    @Override
    public int hashCode() {
        return 31 * code.hashCode() + vocabulary.ordinal();
    }

    static Term of(TermVocabulary vocabulary, String code, String name) {
        return new Term(vocabulary, code, name, null, List.of());
    }

    static Term cpt(String code, String name) {
        return of(TermVocabulary.CPT4, code, name);
    }

    static Term loinc(String code, String name) {
        return of(TermVocabulary.LOINC, code, name);
    }

    /** A source code with its standard SNOMED CT concept, if there is one. */
    static Term mapped(TermVocabulary vocabulary, String code, String snomed, String name) {
        Term standard = snomed == null ? null : of(TermVocabulary.SNOMED, snomed, name);
        return new Term(vocabulary, code, name, standard, List.of());
    }
}
