package org.osteocohort.source.vocabulary;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.source.drug.DrugNames;
import org.osteocohort.source.drug.DrugRouteWords;
import org.osteocohort.source.files.LookupTable;
import org.osteocohort.source.files.LookupTable.RowTest;

/**
 * Brings the few rows of a vocabulary that matter to the driver: a full download has ten million concepts and many more
 * relationships, a study needs some ten thousand of them.
 */
final class VocabularyReader {
    private static final String MAPS_TO = "Maps to";

    private final CodeSets codeSets;
    private final boolean writtenCodes;
    private final Set<Vocabulary> covered = EnumSet.noneOf(Vocabulary.class);
    private final Map<Long, Concept> concepts = new HashMap<>();
    private final ConceptIds knownIds = new ConceptIds();
    private final ConceptIds coveredIds = new ConceptIds();
    private final DrugCodes drugCodes = new DrugCodes();
    private final Map<Long, String> units = new HashMap<>();
    private final Map<Long, DrugRoute> routes = new HashMap<>();

    /** For extracts that give concepts: of codes in vocabularies that the study does not cover, ids are enough. */
    VocabularyReader(CodeSets codeSets) {
        this(codeSets, false);
    }

    private VocabularyReader(CodeSets codeSets, boolean writtenCodes) {
        this.codeSets = codeSets;
        this.writtenCodes = writtenCodes;
        codeSets.rows().stream()
                .filter(CodeRow::active)
                .forEach(row -> covered.add(row.key().vocabulary()));
    }

    /** For extracts that give codes: those that map to a concept of the study are needed as written, such as NDC. */
    static VocabularyReader ofWrittenCodes(CodeSets codeSets) {
        return new VocabularyReader(codeSets, true);
    }

    /** Looks through the vocabulary's tables, of which only CONCEPT must be there; large ones cost a Spark job each. */
    VocabularyExcerpt read(
            LookupTable concept, Optional<LookupTable> conceptAncestor, Optional<LookupTable> relationship) {
        LookupTable table = concept.select("concept_id", "vocabulary_id", "concept_code", "concept_name", "domain_id");
        table.scan(new ConceptScan(codeSets, covered), ConceptScan.RESULT).forEach(this::keep);
        List<ConceptPair> ancestry = conceptAncestor.map(this::ancestry).orElse(List.of());
        ConceptIds targets = new ConceptIds();
        concepts.keySet().forEach(targets::add);
        ancestry.forEach(pair -> targets.add(pair.second()));
        List<ConceptPair> mappings =
                relationship.map(rows -> mappings(rows, targets)).orElse(List.of());
        addDetails(table, ancestry, mappings);
        return new VocabularyExcerpt(
                List.copyOf(concepts.values()), ancestry, mappings, knownIds, coveredIds, drugCodes, units, routes);
    }

    private void keep(Row row) {
        switch (ConceptScan.Found.valueOf(row.getString(0))) {
            case CONCEPT -> addConcept(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
            case UNIT -> units.put(row.getLong(1), row.getString(3));
            case ROUTE -> DrugRouteWords.route(row.getString(4)).ifPresent(route -> routes.put(row.getLong(1), route));
            case KNOWN_IDS -> knownIds.addAll(ConceptIds.fromBytes(row.getAs(5)));
            case COVERED_IDS -> coveredIds.addAll(ConceptIds.fromBytes(row.getAs(5)));
            case DRUG_CODES -> drugCodes.addAll(DrugCodes.fromBytes(row.getAs(5)));
        }
    }

    private void addConcept(long id, String vocabularyId, String code, String name) {
        concepts.put(id, new Concept(id, OmopVocabularies.named(vocabularyId).orElse(null), code, name));
    }

    private List<ConceptPair> ancestry(LookupTable table) {
        Set<Long> roots = ConceptJudgements.roots(List.copyOf(concepts.values()), codeSets);
        return pairs(table.where(col("ancestor_concept_id").isin(roots.toArray()))
                .where(col("descendant_concept_id").isNotNull())
                .select("ancestor_concept_id", "descendant_concept_id")
                .rows());
    }

    private static List<ConceptPair> mappings(LookupTable table, ConceptIds targets) {
        RowTest leadsToTarget = row -> targets.contains(row.getLong(1));
        return pairs(table.where(col("relationship_id").equalTo(MAPS_TO))
                .where(col("invalid_reason").isNull())
                .where(col("concept_id_1").notEqual(col("concept_id_2")))
                .select("concept_id_1", "concept_id_2")
                .matching(leadsToTarget));
    }

    private static List<ConceptPair> pairs(List<Row> rows) {
        List<ConceptPair> pairs = new ArrayList<>();
        for (Row row : rows) {
            pairs.add(new ConceptPair(row.getLong(0), row.getLong(1)));
        }
        return pairs;
    }

    /** A second pass over CONCEPT, for the codes and names of concepts found through other tables or by name. */
    private void addDetails(LookupTable table, List<ConceptPair> ancestry, List<ConceptPair> mappings) {
        ConceptIds wanted = new ConceptIds();
        ancestry.forEach(pair -> wanted.add(pair.second()));
        ConceptIds written = new ConceptIds();
        for (ConceptPair mapping : mappings) {
            if (coveredIds.contains(mapping.first())) {
                wanted.add(mapping.first());
            } else if (writtenCodes) {
                written.add(mapping.first());
            }
        }
        boolean byName = !ConceptJudgements.knowsIngredients(List.copyOf(concepts.values()), ancestry);
        if (wanted.isEmpty() && written.isEmpty() && !byName) {
            return;
        }
        DrugNames names = new DrugNames(codeSets);
        RowTest matters = row -> !row.isNullAt(0)
                && !row.isNullAt(1)
                && !row.isNullAt(2)
                && (wanted.contains(row.getLong(0))
                        || written.contains(row.getLong(0)) && isOurs(row)
                        || byName && isNamed(row, names));
        for (Row row : table.matching(matters)) {
            if (!concepts.containsKey(row.getLong(0))) {
                addConcept(row.getLong(0), row.getString(1), row.getString(2), row.getString(3));
            }
        }
    }

    private static boolean isOurs(Row row) {
        return OmopVocabularies.named(row.getString(1)).isPresent();
    }

    private static boolean isNamed(Row row, DrugNames names) {
        return OmopVocabularies.named(row.getString(1)).equals(Optional.of(Vocabulary.RXNORM))
                && !row.isNullAt(3)
                && !names.ingredientsIn(row.getString(3)).isEmpty();
    }
}
