package org.osteocohort.source.vocabulary;

import java.util.List;
import java.util.Map;
import org.osteocohort.ehr.DrugRoute;

/**
 * The rows of a vocabulary that matter to a study.
 *
 * @param concepts concepts that a code set row names, that lie below one, or that map to such a one; each once
 * @param ancestry ancestor and descendant, the ancestor being a concept that a code set row names
 * @param mappings source and standard concept
 * @param known every concept of the vocabulary
 * @param covered every concept of a vocabulary that the code sets cover
 * @param drugCodes every drug code of the vocabulary
 * @param units the code of each unit concept
 * @param routes the meaning of each route concept whose name tells one
 */
record VocabularyExcerpt(
        List<Concept> concepts,
        List<ConceptPair> ancestry,
        List<ConceptPair> mappings,
        ConceptIds known,
        ConceptIds covered,
        DrugCodes drugCodes,
        Map<Long, String> units,
        Map<Long, DrugRoute> routes) {
    VocabularyExcerpt {
        concepts = List.copyOf(concepts);
        ancestry = List.copyOf(ancestry);
        mappings = List.copyOf(mappings);
        units = Map.copyOf(units);
        routes = Map.copyOf(routes);
    }
}
