/**
 * PCORnet extracts: CDM 6.1 and 7.0, as SAS, SQL Server, Oracle and Parquet exports look.
 *
 * <p>In: a folder of PCORnet tables, a vocabulary folder where there is one, the study's code sets. Out: canonical rows.
 * Each table names its codes' vocabulary in a column of its own ({@link org.osteocohort.source.pcornet.CodeTypes});
 * what a code stands for is judged in {@link org.osteocohort.source.coded}.
 */
package org.osteocohort.source.pcornet;
