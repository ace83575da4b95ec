package org.osteocohort.generate.chart;

/** The table in which a fact stands. */
public enum FactKind {
    CONDITION,
    PROCEDURE,
    MEASUREMENT,
    OBSERVATION
}
