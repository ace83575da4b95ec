/**
 * Tables to single Parquet files and back, without Spark.
 *
 * <p>In: a {@link org.osteocohort.table.Table} and its rows. Out: one file with a name of our choosing whose bytes
 * depend on nothing but the rows; and from such a file the rows again, all or those of one patient. Spark's own writer
 * gives folders with random names, which a report cannot have.
 */
package org.osteocohort.parquet;
