/**
 * Who has osteoporosis, by which definition, and why.
 *
 * <p>In: a definition file as a {@link org.osteocohort.phenotype.Phenotype} of sealed {@link
 * org.osteocohort.phenotype.Criterion} records, and the findings of one child. Out: {@link
 * org.osteocohort.phenotype.Verdict}, one per child and phenotype. Plain Java; a new definition needs none.
 */
package org.osteocohort.phenotype;
