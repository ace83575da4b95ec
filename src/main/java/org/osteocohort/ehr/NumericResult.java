package org.osteocohort.ehr;

/**
 * A measured number.
 *
 * @param value null when the source holds no number
 * @param unit as recorded, null when the source holds none
 */
public record NumericResult(Double value, String unit) {}
