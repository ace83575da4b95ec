/**
 * The first look at an extract, before anybody writes a job for it.
 *
 * <p>In: an {@link org.osteocohort.job.Extract} and code sets. Out: a text that tells tables, years, code systems, what
 * of it the code sets know, and whether density, drugs and accidents are recorded in a way that the study can use.
 * Counts below the disclosure threshold are not told.
 */
package org.osteocohort.inspect;
