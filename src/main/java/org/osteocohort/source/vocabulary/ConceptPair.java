package org.osteocohort.source.vocabulary;

/**
 * A row of CONCEPT_ANCESTOR (ancestor, descendant) or a 'Maps to' row of CONCEPT_RELATIONSHIP (source, standard).
 */
record ConceptPair(long first, long second) {}
