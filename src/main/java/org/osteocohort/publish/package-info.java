/**
 * Makes a run visible, all at once or not at all.
 *
 * <p>In: files that others wrote to a staging folder, and a {@link org.osteocohort.publish.Manifest} of what the run
 * was. Out: {@code runs/<run id>} with {@code manifest.json}, and {@code latest}, a file that names the newest complete
 * run. Whoever is killed at any moment leaves the last complete run readable. Plain Java, on one file system.
 */
package org.osteocohort.publish;
