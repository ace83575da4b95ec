/**
 * Rows whose codes name their vocabulary, as the formats without concepts write them.
 *
 * <p>In: a table's rows and, by {@link org.osteocohort.source.coded.CodedColumn}, where each fact stands. Out: canonical
 * events of those rows that a code set row speaks for. What a code stands for is plain Java ({@link
 * org.osteocohort.source.coded.WrittenCodes}); Spark only carries it to the rows.
 */
package org.osteocohort.source.coded;
