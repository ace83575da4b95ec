/**
 * From codes to meaning: which items of the study a child's records speak of.
 *
 * <p>In: {@link org.osteocohort.ehr.PatientHistory} and {@link org.osteocohort.codes.CodeSets}. Out:
 * {@link org.osteocohort.tag.CodedHistory} (each event with the code set rows that matched it) and
 * {@link org.osteocohort.tag.Tag}, one per child and item. Plain Java.
 */
package org.osteocohort.tag;
