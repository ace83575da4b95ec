/**
 * The tables of a run as files will hold them.
 *
 * <p>In: one child's {@link org.osteocohort.phenotype.Assessment}, or nothing for the catalogue. Out: the rows of the
 * restricted tables, one row per child or finer, which never leave the site; the catalogue of all tables; and {@code
 * schema.json}, which describes every table, column, type and unit. Plain Java.
 */
package org.osteocohort.report;
