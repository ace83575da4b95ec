/**
 * Vocabularies as Athena distributes them, reduced to what a study asks.
 *
 * <p>In: CONCEPT, CONCEPT_ANCESTOR and CONCEPT_RELATIONSHIP, of an extract or of a folder of their own, and the study's
 * code sets. Out: books that tell what a concept or a written code stands for. Plain Java but for the reading of the
 * tables; every extract format judges its codes through it.
 */
package org.osteocohort.source.vocabulary;
