package org.osteocohort.source.files;

import java.net.URI;
import java.util.Optional;
import org.apache.spark.SparkThrowable;
import org.osteocohort.problem.Problem;

/** A file that was good at its ends and broke off in the middle of a scan, which only a task of Spark can find. */
public final class FailedRead {
    /** The first part of Spark's names for these failures; the path is its only parameter that is safe to tell. */
    private static final String CONDITION = "FAILED_READ_FILE";

    private static final String PATH = "path";

    static final String BROKEN_OFF =
            "the file cannot be read to its end: it is damaged, cut off or was changed during the run";
    static final String UNREADABLE = "the file cannot be read: it is damaged, cut off or not what its name says";

    private FailedRead() {}

    /** The file, when a failure is about reading one; of what Spark says, which may quote the file, nothing is kept. */
    public static Optional<Problem> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DamagedFileException damaged) {
                return Optional.of(damaged.problem());
            }
            if (cause instanceof SparkThrowable told
                    && told.getCondition() != null
                    && told.getCondition().startsWith(CONDITION)
                    && told.getMessageParameters().containsKey(PATH)) {
                return Optional.of(new Problem(
                        URI.create(told.getMessageParameters().get(PATH)).getPath(), BROKEN_OFF));
            }
        }
        return Optional.empty();
    }
}
