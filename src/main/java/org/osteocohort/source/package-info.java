/**
 * Extract formats in, canonical rows out; differences between formats end here.
 *
 * <p>In: one {@link org.osteocohort.job.Extract} and the study's code sets. Out: a dataset of {@link
 * org.osteocohort.source.CanonicalRows}, one row per patient, observation period, visit, death or coded event,
 * filtered by code while reading.
 *
 * <p>A source reports a fault by filling {@code fault} with the column and the {@link
 * org.osteocohort.source.FaultRule}: alone, instead of a part, when the row cannot be used; beside the part when one
 * cell cannot and is null. Tables read through {@link org.osteocohort.source.files.ExtractTables} bring their faults
 * with them, and {@link org.osteocohort.source.CanonicalColumns} carries them over. What only the rows of a child
 * together can show (before birth, unknown person) is found in {@code assess}.
 */
package org.osteocohort.source;
