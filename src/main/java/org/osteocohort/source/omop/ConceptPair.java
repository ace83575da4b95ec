package org.osteocohort.source.omop;

/**
 * A row of CONCEPT_ANCESTOR (ancestor, descendant) or a 'Maps to' row of CONCEPT_RELATIONSHIP (source, standard).
 */
record ConceptPair(long first, long second) {}
