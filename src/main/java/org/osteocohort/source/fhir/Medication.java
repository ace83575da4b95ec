package org.osteocohort.source.fhir;

import java.io.Serializable;
import org.osteocohort.source.vocabulary.JudgedCode;

/**
 * What a drug record, or a Medication resource, tells of its drug, if it tells which it is.
 *
 * @param drug null when the study does not ask for it
 */
record Medication(JudgedCode drug) implements Serializable {}
