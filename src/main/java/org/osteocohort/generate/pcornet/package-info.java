/**
 * Made-up charts as a PCORnet extract, CDM 6.1.
 *
 * <p>In: {@link org.osteocohort.generate.chart.Chart}s. Out: the PCORnet tables that a study of bones reads, with the
 * columns that a chart can fill.
 */
package org.osteocohort.generate.pcornet;
