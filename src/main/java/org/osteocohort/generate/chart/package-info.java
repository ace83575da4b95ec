/**
 * What clinics and pharmacies write down of a made-up child.
 *
 * <p>In: {@link org.osteocohort.generate.design.DesignedPatient} and a stream of random numbers. Out:
 * {@link org.osteocohort.generate.chart.Chart}: encounters, coded facts and drug records, with the repeats, gaps and
 * changes of coding system that real records have, and with routine care around them.
 */
package org.osteocohort.generate.chart;
