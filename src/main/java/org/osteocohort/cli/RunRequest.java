package org.osteocohort.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.osteocohort.job.Job;

/**
 * A run that somebody asked for.
 *
 * @param startedAt the moment that names the run
 * @param eventLog the folder for Spark's event log; null for none
 * @param out where progress is told
 */
record RunRequest(Job job, Instant startedAt, Path eventLog, ProgressMode progress, PrintWriter out) {
    RunRequest {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(out, "out");
    }
}
