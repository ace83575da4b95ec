/**
 * The canonical patient record: what every extract format becomes.
 *
 * <p>In: nothing but values. Out: {@link org.osteocohort.ehr.PatientHistory}, one child with all coded, dated facts
 * that the study's code sets ask for. Plain Java: the clinical core reads nothing else.
 */
package org.osteocohort.ehr;
