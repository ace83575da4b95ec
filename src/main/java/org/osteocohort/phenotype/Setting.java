package org.osteocohort.phenotype;

import java.io.Serializable;

/**
 * A named value of a definition, with the place it comes from, so that a clinician can disagree with it.
 *
 * @param value as written in the file
 * @param unit empty when the value has none
 * @param source paper, position statement, or a decision of this project
 */
public record Setting(String name, String value, String unit, String source) implements Serializable {}
