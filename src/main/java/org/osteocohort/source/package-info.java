/**
 * Extract formats in, canonical rows out; differences between formats end here.
 *
 * <p>In: one {@link org.osteocohort.job.Extract} and the study's code sets. Out: a dataset of {@link
 * org.osteocohort.source.CanonicalRows}, one row per patient, observation period, visit, death or coded event,
 * filtered by code while reading.
 */
package org.osteocohort.source;
