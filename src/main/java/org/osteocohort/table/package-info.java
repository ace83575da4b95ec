/**
 * What a table is: a name, a grain and typed, described columns, told once by a Java record.
 *
 * <p>In: record classes whose components carry {@link org.osteocohort.table.Meaning}. Out: column definitions from
 * which Spark rows, Parquet files, {@code schema.json} and the data dictionary are all made. No Spark here.
 */
package org.osteocohort.table;
