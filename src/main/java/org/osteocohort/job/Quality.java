package org.osteocohort.job;

/**
 * What must hold of the data for reports to be published.
 *
 * @param maxQuarantinedShare the largest share of a table's rows that may be at fault, from 0 to 1
 */
public record Quality(double maxQuarantinedShare) {
    /** One row in twenty, the lenient end of what the OHDSI Data Quality Dashboard allows. */
    public static final Quality USUAL = new Quality(0.05);
}
