package org.osteocohort.generate.chart;

import java.time.LocalDate;

/**
 * One coded row other than a drug.
 *
 * @param mapped whether the site has mapped the code to its standard concept
 * @param value the number of a measurement; null otherwise
 * @param unit null when none is recorded
 */
public record CodedFact(
        FactKind kind, LocalDate date, Term term, boolean mapped, Encounter encounter, Double value, String unit) {}
