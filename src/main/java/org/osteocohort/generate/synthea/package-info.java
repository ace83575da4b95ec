/**
 * Made-up charts in the form of Synthea's CSV export.
 *
 * <p>In: {@link org.osteocohort.generate.chart.Chart}s. Out: Synthea's tables, with the column SYSTEM of newer versions,
 * since the charts' diagnoses are ICD codes. What the format has no place for is left out: days of supply, quantities,
 * routes, and who recorded a drug. An encounter at home
 * stands on the first and on the last day of observation.
 */
package org.osteocohort.generate.synthea;
