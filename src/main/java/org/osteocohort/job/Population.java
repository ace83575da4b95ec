package org.osteocohort.job;

/**
 * Whom the reports are about.
 *
 * @param minAgeYears completed years, inclusive
 * @param maxAgeYears completed years, exclusive: 19 means up to the day before the 19th birthday
 */
public record Population(int minAgeYears, int maxAgeYears) {}
