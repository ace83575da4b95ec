/**
 * FHIR R4 bulk exports: folders of NDJSON files, also gzipped.
 *
 * <p>In: one {@link org.osteocohort.job.Extract}, a vocabulary where there is one, the study's code sets. Out: canonical
 * rows. Lines are read as text and never held together; what a resource says is read by plain Java from its JSON, and
 * only what a code set row speaks for goes on.
 */
package org.osteocohort.source.fhir;
