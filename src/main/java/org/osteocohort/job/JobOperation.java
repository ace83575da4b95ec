package org.osteocohort.job;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How a job is kept running. Nothing here changes a number, so nothing here is part of the job's digest.
 *
 * @param folder of the job file, from which the manifest names inputs; null when the job is not from a file
 * @param keepRuns how many runs stay in the output; {@link #KEEP_ALL} for all
 */
public record JobOperation(Path folder, int keepRuns, FailureNotice notice) {
    public static final int KEEP_ALL = 0;

    /** Of a job that is not from a file: all runs stay, nobody is told. */
    public static final JobOperation NONE = new JobOperation(null, KEEP_ALL, FailureNotice.NONE);

    public JobOperation {
        Objects.requireNonNull(notice, "notice");
    }

    /** A path as seen from the job's folder when it has one. */
    public String relative(Path path) {
        boolean sameRoot = folder != null && Objects.equals(folder.getRoot(), path.getRoot());
        return (sameRoot ? folder.relativize(path) : path).toString().replace('\\', '/');
    }
}
