package org.osteocohort.generate;

import org.osteocohort.generate.chart.Chart;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.truth.Truth;

/**
 * One made-up child.
 *
 * @param personId the source's own identifier, from 1 up
 * @param design what the child is meant to be
 * @param chart what is on record
 * @param truth what must be found
 */
public record SyntheticPatient(long personId, DesignedPatient design, Chart chart, Truth truth) {}
