package org.osteocohort.source.vocabulary;

import org.osteocohort.codes.Vocabulary;

/**
 * A row of the CONCEPT table.
 *
 * @param vocabulary null for a vocabulary that no code set can name
 * @param name null when the table has no names
 */
record Concept(long id, Vocabulary vocabulary, String code, String name) {}
