package org.osteocohort.source.vocabulary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.ehr.DrugRoute;

/**
 * Decides which concept judges an OMOP row and what it stands for: the source concept when that is in a vocabulary the
 * code sets cover, the standard concept otherwise, never both. An ICD code carries the encounter character and the side
 * that its standard concept has lost, and a row judged by both would count twice.
 */
public final class ConceptCodeBook implements Serializable {
    private static final long serialVersionUID = 1L;
    /** The row is of no interest to the study. */
    public static final int IRRELEVANT = -1;
    /** The row's concepts say nothing; its source value may. */
    public static final int BY_SOURCE_VALUE = -2;

    private final ArrayList<JudgedCode> codes;
    private final ConceptPositions bySource;
    private final ConceptPositions byStandard;
    private final ConceptPositions byMapping;
    private final ConceptIds known;
    private final ConceptIds covered;
    private final HashMap<Long, String> units;
    private final HashMap<Long, DrugRoute> routes;

    private ConceptCodeBook(VocabularyExcerpt excerpt, ConceptJudgements judgements) {
        this.codes = new ArrayList<>();
        Map<Long, Integer> source = new HashMap<>();
        Map<Long, Integer> standard = new HashMap<>();
        Map<Long, Integer> mapping = new HashMap<>();
        judgements.byConcept().forEach((id, judged) -> {
            if (excerpt.covered().contains(id)) {
                source.put(id, added(judged));
            }
            standard.put(id, added(judged.asStandard()));
        });
        judgements.byMapping().forEach((id, target) -> mapping.put(id, standard.get(target)));
        this.bySource = new ConceptPositions(source);
        this.byStandard = new ConceptPositions(standard);
        this.byMapping = new ConceptPositions(mapping);
        this.known = excerpt.known();
        this.covered = excerpt.covered();
        this.units = new HashMap<>(excerpt.units());
        this.routes = new HashMap<>(excerpt.routes());
    }

    static ConceptCodeBook of(VocabularyExcerpt excerpt, CodeSets codeSets) {
        return new ConceptCodeBook(excerpt, ConceptJudgements.of(excerpt, codeSets));
    }

    private int added(JudgedCode code) {
        codes.add(code);
        return codes.size() - 1;
    }

    /**
     * What a row refers to: a number for {@link #code}, {@link #IRRELEVANT} or {@link #BY_SOURCE_VALUE}.
     *
     * @param source the source concept, 0 when the row has none
     * @param standard the standard concept, 0 when the row has none
     */
    public int reference(long source, long standard) {
        int reference = bySource.of(source);
        if (reference >= 0) {
            return reference;
        }
        reference = byStandard.of(standard);
        if (reference >= 0) {
            // Only now, for the few rows that matter, is the larger set asked.
            return covered.contains(source) ? IRRELEVANT : reference;
        }
        if (isKnown(standard)) {
            return IRRELEVANT;
        }
        return isKnown(source) ? byMapping.of(source) : BY_SOURCE_VALUE;
    }

    private boolean isKnown(long concept) {
        return concept != 0 && known.contains(concept);
    }

    public JudgedCode code(int reference) {
        return codes.get(reference);
    }

    /** The code of a unit concept. */
    public Optional<String> unit(Long concept) {
        return Optional.ofNullable(units.get(concept));
    }

    /** The route that a route concept's name tells. */
    public Optional<DrugRoute> route(Long concept) {
        return Optional.ofNullable(routes.get(concept));
    }

    /** How many concepts matter to the study: references are smaller. */
    public int size() {
        return codes.size();
    }

    /** Every judged code, for messages and tests. */
    List<JudgedCode> codes() {
        return List.copyOf(codes);
    }
}
