package org.osteocohort.publish;

import java.util.List;
import org.osteocohort.problem.Problem;
import org.osteocohort.problem.ProblemsException;

/** A run could not be made visible; what was published before is untouched (exit code 6). */
public final class PublishingException extends ProblemsException {
    private static final long serialVersionUID = 1L;

    public PublishingException(String message) {
        super(List.of(new Problem("output", message)));
    }

    public PublishingException(String message, Throwable cause) {
        this(message);
        initCause(cause);
    }
}
