package org.osteocohort.generate.omop;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** The rows of the vocabulary: {@code concept}, {@code concept_relationship}, {@code concept_ancestor}. */
record ConceptRow(
        @Meaning("the concept; above 2,000,000,000 when it stands for one of our terms")
        int conceptId,

        @Meaning("name; our own words, or a drug product's name")
        String conceptName,

        @Meaning("domain") String domainId,
        @Meaning("vocabulary") String vocabularyId,
        @Meaning("class within the vocabulary") String conceptClassId,
        @Meaning("S for a standard concept") String standardConcept,

        @Meaning("the code within the vocabulary; of RxNorm products and NDC a placeholder")
        String conceptCode,

        @Meaning("first day of validity") LocalDate validStartDate,
        @Meaning("last day of validity") LocalDate validEndDate,
        @Meaning("empty while valid") String invalidReason) {
    static final Table<ConceptRow> TABLE = Table.of("concept", "a concept", ConceptRow.class);

    record RelationshipRow(
            @Meaning("from this concept") int conceptId_1,
            @Meaning("to this concept") int conceptId_2,
            @Meaning("Maps to, or Mapped from") String relationshipId,
            @Meaning("first day of validity") LocalDate validStartDate,
            @Meaning("last day of validity") LocalDate validEndDate,
            @Meaning("empty while valid") String invalidReason) {
        static final Table<RelationshipRow> TABLE =
                Table.of("concept_relationship", "a relationship of two concepts", RelationshipRow.class);
    }

    record AncestorRow(
            @Meaning("the broader concept, or the ingredient")
            int ancestorConceptId,

            @Meaning("the narrower concept, or the product") int descendantConceptId,
            @Meaning("shortest way between them") int minLevelsOfSeparation,
            @Meaning("longest way between them") int maxLevelsOfSeparation) {
        static final Table<AncestorRow> TABLE =
                Table.of("concept_ancestor", "a concept and one below it", AncestorRow.class);
    }
}
