package org.osteocohort.source.vocabulary;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.source.files.LookupTable.PartScan;

/**
 * One pass over CONCEPT: the concepts whose own code matches, the unit and route concepts, and the ids of all concepts
 * known and covered and the codes of all drugs, as one set for each partition. A row for each of millions of ids would drown the driver.
 */
final class ConceptScan implements PartScan {
    private static final long serialVersionUID = 1L;

    /** What a row of the result is. */
    enum Found {
        CONCEPT,
        UNIT,
        ROUTE,
        KNOWN_IDS,
        COVERED_IDS,
        DRUG_CODES
    }

    static final StructType RESULT = new StructType()
            .add("found", DataTypes.StringType)
            .add("id", DataTypes.LongType)
            .add("vocabulary", DataTypes.StringType)
            .add("code", DataTypes.StringType)
            .add("name", DataTypes.StringType)
            .add("ids", DataTypes.BinaryType);

    private final CodeSets codeSets;
    private final Set<Vocabulary> coveredVocabularies;

    ConceptScan(CodeSets codeSets, Set<Vocabulary> coveredVocabularies) {
        this.codeSets = codeSets;
        this.coveredVocabularies = Set.copyOf(coveredVocabularies);
    }

    /** Rows: concept_id, vocabulary_id, concept_code, concept_name, domain_id. */
    @Override
    public Iterator<Row> apply(Iterator<Row> rows) {
        List<Row> found = new ArrayList<>();
        ConceptIds known = new ConceptIds();
        ConceptIds covered = new ConceptIds();
        DrugCodes drugs = new DrugCodes();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.isNullAt(0) || row.isNullAt(1) || row.isNullAt(2)) {
                continue;
            }
            long id = row.getLong(0);
            known.add(id);
            Optional<Vocabulary> named = OmopVocabularies.named(row.getString(1));
            named.ifPresent(its -> drugs.add(its, row.getString(2)));
            Optional<Vocabulary> vocabulary = named.filter(coveredVocabularies::contains);
            vocabulary.ifPresent(ours -> covered.add(id));
            kind(row, vocabulary).ifPresent(kind -> found.add(row(kind, row)));
        }
        found.add(RowFactory.create(Found.KNOWN_IDS.name(), null, null, null, null, known.toBytes()));
        found.add(RowFactory.create(Found.COVERED_IDS.name(), null, null, null, null, covered.toBytes()));
        found.add(RowFactory.create(Found.DRUG_CODES.name(), null, null, null, null, drugs.toBytes()));
        return found.iterator();
    }

    private Optional<Found> kind(Row row, Optional<Vocabulary> vocabulary) {
        boolean matches = vocabulary
                .map(ours -> new CodeKey(ours, row.getString(2)))
                .filter(key -> !codeSets.match(key, List.of()).isEmpty())
                .isPresent();
        if (matches) {
            return Optional.of(Found.CONCEPT);
        }
        if (OmopVocabularies.UNITS.equals(row.getString(1))) {
            return Optional.of(Found.UNIT);
        }
        return OmopVocabularies.ROUTE_DOMAIN.equals(row.getString(4)) ? Optional.of(Found.ROUTE) : Optional.empty();
    }

    static Row row(Found kind, Row concept) {
        return RowFactory.create(
                kind.name(),
                concept.getLong(0),
                concept.getString(1),
                concept.getString(2),
                concept.getString(3),
                null);
    }
}
