/**
 * OMOP extracts: CDM 5.3, 5.4 and the PEDSnet flavour.
 *
 * <p>In: a folder of OMOP tables, a vocabulary where there is one, the study's code sets. Out: canonical rows. Which
 * concept judges a row and what it stands for is plain Java ({@link org.osteocohort.source.vocabulary.ConceptCodeBook});
 * Spark only carries it to the rows.
 */
package org.osteocohort.source.omop;
