package org.osteocohort.source.vocabulary;

import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.source.drug.DrugNames;
import org.osteocohort.source.drug.DrugRouteWords;
import org.osteocohort.source.drug.DrugStrength;

/**
 * Tells what a code stands for that is written with its vocabulary, as FHIR, PCORnet and Synthea write it. What a
 * vocabulary says of a code comes first; the code itself, and for drugs the name, speak where it says nothing.
 */
public final class CodeBook implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int NDC_LABELER = 5;
    private static final int NDC_PRODUCT = 4;
    private static final int NDC_PACKAGE = 2;

    private final CodeSets codeSets;
    private final DrugNames drugNames;
    private final EnumSet<Vocabulary> covered = EnumSet.noneOf(Vocabulary.class);
    private final HashMap<CodeKey, JudgedCode> told;
    private final boolean ingredientsKnown;
    private final DrugCodes drugCodes;

    private CodeBook(CodeSets codeSets, Map<CodeKey, JudgedCode> told, boolean ingredientsKnown, DrugCodes drugCodes) {
        this.codeSets = codeSets;
        this.drugNames = new DrugNames(codeSets);
        this.told = new HashMap<>(told);
        this.ingredientsKnown = ingredientsKnown;
        this.drugCodes = drugCodes;
        codeSets.rows().stream()
                .filter(CodeRow::active)
                .forEach(row -> covered.add(row.key().vocabulary()));
    }

    /** For extracts without a vocabulary: products are known by their names, broader concepts not at all. */
    public static CodeBook withoutVocabulary(CodeSets codeSets) {
        return new CodeBook(codeSets, Map.of(), false, new DrugCodes());
    }

    static CodeBook of(VocabularyExcerpt excerpt, CodeSets codeSets) {
        ConceptJudgements judgements = ConceptJudgements.of(excerpt, codeSets);
        Map<CodeKey, JudgedCode> told = new HashMap<>();
        List<Concept> inOrder = excerpt.concepts().stream()
                .sorted(Comparator.comparingLong(Concept::id))
                .toList();
        for (Concept concept : inOrder) {
            JudgedCode judged = judgements.byConcept().get(concept.id());
            Long standard = judgements.byMapping().get(concept.id());
            if (judged == null && standard != null) {
                judged = judgements.byConcept().get(standard).asStandard();
            }
            if (judged != null && concept.vocabulary() != null) {
                told.putIfAbsent(new CodeKey(concept.vocabulary(), concept.code()), judged);
            }
        }
        boolean ingredientsKnown = ConceptJudgements.knowsIngredients(excerpt.concepts(), excerpt.ancestry());
        return new CodeBook(codeSets, told, ingredientsKnown, excerpt.drugCodes());
    }

    /** Whether any row of the code sets is of this vocabulary. */
    public boolean covers(Vocabulary vocabulary) {
        return covered.contains(vocabulary);
    }

    /**
     * What a code stands for; empty when the study does not ask for it.
     *
     * @param name as recorded with the code, read for drugs only; null when there is none
     */
    public Optional<JudgedCode> judge(Vocabulary vocabulary, String code, String name) {
        String written = vocabulary == Vocabulary.NDC ? elevenDigits(code) : code;
        CodeKey key = new CodeKey(vocabulary, written);
        JudgedCode known = told.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        boolean drug = vocabulary == Vocabulary.RXNORM || vocabulary == Vocabulary.NDC;
        if (!codeSets.match(key).isEmpty()) {
            return Optional.of(judged(vocabulary, written, null, CodeResolution.SOURCE_CODE, drug ? name : null));
        }
        if (!drug || ingredientsKnown || name == null) {
            return Optional.empty();
        }
        List<CodeKey> ingredients = drugNames.ingredientsIn(name);
        return ingredients.isEmpty()
                ? Optional.empty()
                : Optional.of(judged(vocabulary, written, JudgedCode.joined(ingredients), CodeResolution.NAME, name));
    }

    /**
     * Whether it can be told which drug a code stands for, also when the study does not ask for that drug. Of a code that
     * no vocabulary knows only the name tells it, and only where names are read at all.
     *
     * @param name as recorded with the code; null when there is none
     */
    public boolean knowsDrug(Vocabulary vocabulary, String code, String name) {
        String written = vocabulary == Vocabulary.NDC ? elevenDigits(code) : code;
        return drugCodes.contains(vocabulary, written)
                || name != null && !ingredientsKnown
                || judge(vocabulary, code, name).isPresent();
    }

    /** What a drug's name stands for where no code is written with it. */
    public Optional<JudgedCode> drugNamed(String name) {
        List<CodeKey> ingredients = drugNames.ingredientsIn(name);
        if (ingredients.isEmpty()) {
            return Optional.empty();
        }
        CodeKey first = ingredients.get(0);
        return Optional.of(
                judged(first.vocabulary(), first.code(), JudgedCode.joined(ingredients), CodeResolution.NAME, name));
    }

    private static JudgedCode judged(
            Vocabulary vocabulary, String code, String matchedBy, CodeResolution resolution, String drugName) {
        return new JudgedCode(
                vocabulary,
                code,
                matchedBy,
                resolution,
                DrugRouteWords.doseForm(drugName).orElse(null),
                DrugStrength.milligrams(drugName).orElse(null));
    }

    /** A National Drug Code as vocabularies write it: the three parts of 4-4-2, 5-3-2 or 5-4-1 filled up to 5-4-2. */
    private static String elevenDigits(String code) {
        String[] parts = code.strip().split("-");
        return parts.length == 3
                ? filled(parts[0], NDC_LABELER) + filled(parts[1], NDC_PRODUCT) + filled(parts[2], NDC_PACKAGE)
                : code;
    }

    private static String filled(String part, int length) {
        return "0".repeat(Math.max(0, length - part.length())) + part;
    }
}
