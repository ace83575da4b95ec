package org.osteocohort.job;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How a job is kept running. Nothing here changes a number, so nothing here is part of the job's digest.
 *
 * @param folder of the job file, from which the manifest names inputs; null when the job is not from a file
 * @param keepRuns how many runs stay in the output; {@link #KEEP_ALL} for all
 * @param full whether everything is read and assessed anew, whatever earlier runs found out
 */
public record JobOperation(Path folder, int keepRuns, FailureNotice notice, boolean full) {
    public static final int KEEP_ALL = 0;

    /** Of a job that is not from a file: all runs stay, nobody is told, nothing is remembered. */
    public static final JobOperation NONE = new JobOperation(null, KEEP_ALL, FailureNotice.NONE, true);

    public JobOperation {
        Objects.requireNonNull(notice, "notice");
    }

    /** The same with everything read and assessed anew. */
    public JobOperation inFull() {
        return new JobOperation(folder, keepRuns, notice, true);
    }

    /** A path as seen from the job's folder when it has one. */
    public String relative(Path path) {
        boolean sameRoot = folder != null && Objects.equals(folder.getRoot(), path.getRoot());
        return (sameRoot ? folder.relativize(path) : path).toString().replace('\\', '/');
    }
}
