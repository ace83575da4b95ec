package org.osteocohort.generate.omop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osteocohort.generate.chart.Term;
import org.osteocohort.generate.chart.TermVocabulary;

/**
 * The concepts of the terms in use. A concept's number depends on its vocabulary and code alone, so that it is the same
 * in every extract; it lies in the range that the common data model leaves to sites.
 */
final class Concepts {
    /** No concept. */
    static final int NONE = 0;

    private static final int FIRST_SITE_CONCEPT = 2_000_000_001;
    private static final int SITE_CONCEPTS = Integer.MAX_VALUE - FIRST_SITE_CONCEPT;
    private static final LocalDate VALID_FROM = LocalDate.of(1970, 1, 1);
    private static final LocalDate VALID_TO = LocalDate.of(2099, 12, 31);

    private final Map<Term, Integer> numbers = new HashMap<>();
    private final Map<Integer, Term> terms = new TreeMap<>();

    /** The concept of a term; {@link #NONE} when no vocabulary knows it. */
    int of(Term term) {
        if (term == null || term.vocabulary() == TermVocabulary.LOCAL) {
            return NONE;
        }
        Integer known = numbers.get(term);
        return known != null ? known : register(term);
    }

    /** The standard concept of a term, which may be the term's own. */
    int standard(Term term, boolean mapped) {
        if (!mapped) {
            return NONE;
        }
        return term.vocabulary().standard() ? of(term) : of(term.mapsTo());
    }

    private int register(Term term) {
        int number = FIRST_SITE_CONCEPT
                + Math.floorMod(spread(term.vocabulary().omopName() + "|" + term.code()), SITE_CONCEPTS);
        Term holder = terms.putIfAbsent(number, term);
        if (holder != null && !holder.equals(term)) {
            throw new IllegalStateException(holder.code() + " and " + term.code() + " share a concept number");
        }
        numbers.put(term, number);
        of(term.mapsTo());
        term.ingredients().forEach(this::of);
        return number;
    }

    /** FNV-1a, 64 bits: spreads short texts that differ little. */
    private static long spread(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int position = 0; position < text.length(); position++) {
            hash = (hash ^ text.charAt(position)) * 0x100000001b3L;
        }
        return hash ^ (hash >>> 32);
    }

    List<ConceptRow> rows() {
        List<ConceptRow> rows = new ArrayList<>();
        for (StandardConcept standard : StandardConcept.values()) {
            rows.add(new ConceptRow(
                    standard.id(),
                    standard.words(),
                    standard.domain(),
                    standard.domain(),
                    standard.domain(),
                    "S",
                    standard.code(),
                    VALID_FROM,
                    VALID_TO,
                    null));
        }
        terms.forEach((number, term) -> rows.add(row(number, term)));
        return rows;
    }

    private static ConceptRow row(int number, Term term) {
        return new ConceptRow(
                number,
                term.name(),
                domain(term),
                term.vocabulary().omopName(),
                conceptClass(term),
                term.vocabulary().standard() ? "S" : null,
                term.code(),
                VALID_FROM,
                VALID_TO,
                null);
    }

    private static String conceptClass(Term term) {
        if (term.vocabulary() == TermVocabulary.RXNORM) {
            return term.ingredients().isEmpty() ? "Ingredient" : "Clinical Drug";
        }
        return term.vocabulary().omopName();
    }

    private static String domain(Term term) {
        return switch (term.vocabulary()) {
            case ICD10CM, ICD9CM, SNOMED -> "Condition";
            case RXNORM, NDC -> "Drug";
            case CPT4, HCPCS -> "Procedure";
            case LOINC, LOCAL -> "Measurement";
        };
    }

    List<ConceptRow.RelationshipRow> relationships() {
        List<ConceptRow.RelationshipRow> rows = new ArrayList<>();
        terms.forEach((number, term) -> {
            int standard = term.vocabulary().standard() ? number : of(term.mapsTo());
            if (standard != NONE) {
                rows.add(relationship(number, standard, "Maps to"));
                rows.add(relationship(standard, number, "Mapped from"));
            }
        });
        return rows;
    }

    private static ConceptRow.RelationshipRow relationship(int from, int to, String name) {
        return new ConceptRow.RelationshipRow(from, to, name, VALID_FROM, VALID_TO, null);
    }

    List<ConceptRow.AncestorRow> ancestors() {
        List<ConceptRow.AncestorRow> rows = new ArrayList<>();
        terms.forEach((number, term) -> {
            if (term.vocabulary().standard()) {
                rows.add(new ConceptRow.AncestorRow(number, number, 0, 0));
                term.ingredients()
                        .forEach(ingredient -> rows.add(new ConceptRow.AncestorRow(of(ingredient), number, 1, 1)));
            }
        });
        return rows;
    }
}
