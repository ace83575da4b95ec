/**
 * Makes a run visible, all at once or not at all, and looks after the runs that are there.
 *
 * <p>In: files that others wrote to the {@link org.osteocohort.publish.RunFolder folder of a run}, and a {@link
 * org.osteocohort.publish.Manifest} of what the run was. Out: {@code runs/<run id>} with {@code manifest.json}, and
 * {@code latest}, a file that names the newest complete run; {@link org.osteocohort.publish.OutputFolder} lists,
 * verifies and removes runs. Whoever is killed at any moment leaves the last complete run readable. Plain Java on a
 * local folder, or on a store through Hadoop's file system classes; no Spark.
 */
package org.osteocohort.publish;
