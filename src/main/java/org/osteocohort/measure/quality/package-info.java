/**
 * Whether the data can carry the numbers. In: assessed children, the counts of rows read and of rows put into the
 * quarantine, and the thresholds of a file. Out: one row a check, with the kinds and severities of the OHDSI Data Quality
 * Dashboard, whose framework is Kahn MG et al., eGEMs 2016;4:1244.
 */
package org.osteocohort.measure.quality;
