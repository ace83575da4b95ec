package org.osteocohort.assess;

import java.io.IOException;
import java.util.Optional;
import org.osteocohort.publish.PublishingException;

/** A task could not write its files, which is the output's fault and not the data's. */
final class FailedWrite extends IOException {
    private static final long serialVersionUID = 1L;
    private static final String DISK_FULL = "No space left on device";

    FailedWrite(IOException cause) {
        super(cause);
    }

    /** What to tell when a failure is about writing; of the failure's own words, nothing is passed on. */
    static Optional<PublishingException> in(Throwable failure, String attempts) {
        boolean output = false;
        boolean full = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            output |= cause instanceof FailedWrite;
            full |= cause.getMessage() != null && cause.getMessage().contains(DISK_FULL);
        }
        if (output) {
            String reason = full ? "no space is left" : "a task could not write there";
            return Optional.of(new PublishingException(reason + " in " + attempts));
        }
        return full
                ? Optional.of(new PublishingException("no space is left for what Spark keeps between stages; name a"
                        + " folder with more room with spark.local.dir or SPARK_LOCAL_DIRS"))
                : Optional.empty();
    }
}
