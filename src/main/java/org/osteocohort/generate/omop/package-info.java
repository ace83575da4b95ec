/**
 * Charts as an extract in the OMOP common data model 5.4.
 *
 * <p>In: {@link org.osteocohort.generate.chart.Chart}, one child after the other. Out: the tables of an extract as
 * Parquet or CSV, with the vocabulary tables that its codes need. Streams: only the terms in use are kept in memory.
 * Columns with a time of day are left out, as the model allows.
 */
package org.osteocohort.generate.omop;
