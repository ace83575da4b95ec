package org.osteocohort.source.vocabulary;

import java.util.Map;
import java.util.Optional;
import org.osteocohort.codes.Vocabulary;

/** The names that OMOP gives to vocabularies. */
final class OmopVocabularies {
    static final String UNITS = "UCUM";
    static final String ROUTE_DOMAIN = "Route";

    private static final Map<String, Vocabulary> BY_NAME = Map.ofEntries(
            Map.entry("ICD10CM", Vocabulary.ICD10CM),
            Map.entry("ICD9CM", Vocabulary.ICD9CM),
            Map.entry("ICD10PCS", Vocabulary.ICD10PCS),
            Map.entry("ICD9Proc", Vocabulary.ICD9PROC),
            Map.entry("SNOMED", Vocabulary.SNOMEDCT),
            Map.entry("RxNorm", Vocabulary.RXNORM),
            Map.entry("RxNorm Extension", Vocabulary.RXNORM),
            Map.entry("ATC", Vocabulary.ATC),
            Map.entry("HCPCS", Vocabulary.HCPCS),
            Map.entry("CPT4", Vocabulary.CPT),
            Map.entry("LOINC", Vocabulary.LOINC),
            Map.entry("NDC", Vocabulary.NDC));

    private OmopVocabularies() {}

    /** Our vocabulary for a {@code vocabulary_id}; empty for one that no code set can name. */
    static Optional<Vocabulary> named(String vocabularyId) {
        return vocabularyId == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(vocabularyId));
    }
}
