/**
 * Tables to single Parquet files, without Spark.
 *
 * <p>In: a {@link org.osteocohort.table.Table} and its rows. Out: one file with a name of our choosing whose bytes
 * depend on nothing but the rows. Spark's own writer gives folders with random names, which a report cannot have.
 */
package org.osteocohort.parquet;
