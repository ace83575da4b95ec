package org.osteocohort.source.vocabulary;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.source.drug.DrugNames;
import org.osteocohort.source.drug.DrugRouteWords;
import org.osteocohort.source.drug.DrugStrength;

/** Works out, concept by concept, what a vocabulary's excerpt means to a study. */
final class ConceptJudgements {
    private final CodeSets codeSets;
    private final DrugNames drugNames;
    private final Map<String, CodeKey> rowKeys = new HashMap<>();
    private final Map<Long, Concept> concepts = new TreeMap<>();
    private final Map<Long, Set<CodeKey>> ancestors = new HashMap<>();
    private final Map<Long, JudgedCode> byConcept = new TreeMap<>();
    private final Map<Long, Long> byMapping = new TreeMap<>();
    private final boolean ingredientsKnown;

    private ConceptJudgements(VocabularyExcerpt excerpt, CodeSets codeSets) {
        this.codeSets = codeSets;
        this.drugNames = new DrugNames(codeSets);
        codeSets.rows().stream()
                .filter(CodeRow::active)
                .forEach(row -> rowKeys.put(row.key().toString(), row.key()));
        excerpt.concepts().forEach(concept -> concepts.put(concept.id(), concept));
        this.ingredientsKnown = knowsIngredients(excerpt.concepts(), excerpt.ancestry());
        Set<Long> roots = roots(excerpt.concepts(), codeSets);
        excerpt.ancestry().stream()
                .filter(pair -> roots.contains(pair.first()) && pair.first() != pair.second())
                .forEach(this::addAncestor);
        concepts.values().forEach(concept -> judged(concept).ifPresent(code -> byConcept.put(concept.id(), code)));
        Set<Vocabulary> hierarchical = hierarchical(codeSets);
        excerpt.mappings().stream()
                .sorted(Comparator.comparingLong(ConceptPair::first).thenComparingLong(ConceptPair::second))
                .forEach(pair -> addMapping(pair, excerpt.covered(), hierarchical));
    }

    static ConceptJudgements of(VocabularyExcerpt excerpt, CodeSets codeSets) {
        return new ConceptJudgements(excerpt, codeSets);
    }

    /** Concepts whose descendants a code set row speaks for: a row with such a match names them. */
    static Set<Long> roots(List<Concept> concepts, CodeSets codeSets) {
        Set<CodeKey> keys = new HashSet<>();
        codeSets.rows().stream().filter(row -> row.active() && reachesDown(row)).forEach(row -> keys.add(row.key()));
        Set<Long> roots = new TreeSet<>();
        for (Concept concept : concepts) {
            if (concept.vocabulary() != null && keys.contains(new CodeKey(concept.vocabulary(), concept.code()))) {
                roots.add(concept.id());
            }
        }
        return roots;
    }

    /** Whether the hierarchy leads from any drug product to its ingredient; if not, only names can. */
    static boolean knowsIngredients(List<Concept> concepts, List<ConceptPair> ancestry) {
        Set<Long> drugs = new HashSet<>();
        concepts.stream()
                .filter(concept -> concept.vocabulary() == Vocabulary.RXNORM)
                .forEach(concept -> drugs.add(concept.id()));
        return ancestry.stream().anyMatch(pair -> pair.first() != pair.second() && drugs.contains(pair.first()));
    }

    /** Vocabularies in which the study follows a hierarchy. */
    static Set<Vocabulary> hierarchical(CodeSets codeSets) {
        Set<Vocabulary> vocabularies = EnumSet.noneOf(Vocabulary.class);
        codeSets.rows().stream()
                .filter(row -> row.active() && reachesDown(row))
                .forEach(row -> vocabularies.add(row.key().vocabulary()));
        return vocabularies;
    }

    private static boolean reachesDown(CodeRow row) {
        return switch (row.match()) {
            case DESCENDANTS, INGREDIENT, CLASS -> true;
            case EXACT, PREFIX -> false;
        };
    }

    /** What each concept stands for; a resolution of SOURCE_CODE means that its own code matches. */
    Map<Long, JudgedCode> byConcept() {
        return byConcept;
    }

    /** From a source concept in a vocabulary that the code sets do not cover to the standard concept to judge by. */
    Map<Long, Long> byMapping() {
        return byMapping;
    }

    private void addAncestor(ConceptPair pair) {
        Concept ancestor = concepts.get(pair.first());
        CodeKey key = rowKeys.get(new CodeKey(ancestor.vocabulary(), ancestor.code()).toString());
        ancestors.computeIfAbsent(pair.second(), id -> new HashSet<>()).add(key);
    }

    private Optional<JudgedCode> judged(Concept concept) {
        Set<CodeKey> keys = new HashSet<>(ancestors.getOrDefault(concept.id(), Set.of()));
        if (concept.vocabulary() == null) {
            return keys.isEmpty() ? Optional.empty() : Optional.of(unnamed(concept, keys));
        }
        CodeKey own = new CodeKey(concept.vocabulary(), concept.code());
        if (!codeSets.match(own, List.of()).isEmpty()) {
            keys.remove(own);
            return Optional.of(code(concept, keys, CodeResolution.SOURCE_CODE));
        }
        if (!keys.isEmpty()) {
            return Optional.of(code(concept, keys, CodeResolution.ANCESTOR));
        }
        if (!ingredientsKnown && concept.vocabulary() == Vocabulary.RXNORM && concept.name() != null) {
            List<CodeKey> named = drugNames.ingredientsIn(concept.name());
            return named.isEmpty()
                    ? Optional.empty()
                    : Optional.of(code(concept, new HashSet<>(named), CodeResolution.NAME));
        }
        return Optional.empty();
    }

    /**
     * A standard concept in a vocabulary that our codes cannot name (a cancer registry's, an extension of OMOP): the
     * row's evidence is then the first of the broader concepts that a code set names.
     */
    private static JudgedCode unnamed(Concept concept, Set<CodeKey> keys) {
        CodeKey first =
                CodeKey.parse(new TreeSet<>(keys.stream().map(CodeKey::toString).toList()).first());
        return new JudgedCode(
                first.vocabulary(), first.code(), JudgedCode.joined(keys), CodeResolution.ANCESTOR, null, null);
    }

    private static JudgedCode code(Concept concept, Set<CodeKey> keys, CodeResolution resolution) {
        boolean drug = concept.vocabulary() == Vocabulary.RXNORM || concept.vocabulary() == Vocabulary.NDC;
        return new JudgedCode(
                concept.vocabulary(),
                concept.code(),
                JudgedCode.joined(keys),
                resolution,
                drug ? DrugRouteWords.doseForm(concept.name()).orElse(null) : null,
                drug ? DrugStrength.milligrams(concept.name()).orElse(null) : null);
    }

    /**
     * A source concept of an uncovered vocabulary is judged by the first standard concept that matches. One of a covered
     * hierarchy that is itself no longer part of it (an outdated SNOMED code) keeps its own code and takes the keys.
     */
    private void addMapping(ConceptPair pair, ConceptIds covered, Set<Vocabulary> hierarchical) {
        JudgedCode target = byConcept.get(pair.second());
        if (target == null || pair.first() == pair.second()) {
            return;
        }
        if (!covered.contains(pair.first())) {
            byMapping.putIfAbsent(pair.first(), pair.second());
            return;
        }
        Concept source = concepts.get(pair.first());
        if (source != null && hierarchical.contains(source.vocabulary()) && !byConcept.containsKey(source.id())) {
            Set<CodeKey> keys = keysOf(target);
            if (!keys.isEmpty()) {
                byConcept.put(source.id(), code(source, keys, CodeResolution.ANCESTOR));
            }
        }
    }

    private Set<CodeKey> keysOf(JudgedCode target) {
        Set<CodeKey> keys = new HashSet<>();
        if (target.matchedBy() != null) {
            for (String key : target.matchedBy().split(" ")) {
                keys.add(CodeKey.parse(key));
            }
        }
        CodeKey own = rowKeys.get(new CodeKey(target.vocabulary(), target.code()).toString());
        if (own != null) {
            keys.add(own);
        }
        return keys;
    }
}
