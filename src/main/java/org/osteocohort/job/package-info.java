/**
 * What was asked: the job file as records, and every mistake in it told at once.
 *
 * <p>In: a YAML file and overrides from the command line. Out: {@link org.osteocohort.job.Job}. No Spark here; a bad
 * job is refused before Spark starts.
 */
package org.osteocohort.job;
