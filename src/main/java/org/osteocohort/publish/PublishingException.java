package org.osteocohort.publish;

import java.nio.file.AccessDeniedException;
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
        this(message + reason(cause));
        initCause(cause);
    }

    /** What an operator can mend, in our words; the words of the system are only compared. */
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DamagedPointerException) {
                return ": " + cause.getMessage();
            }
            String words = String.valueOf(cause.getMessage());
            if (words.contains("No space left on device")) {
                return ": no space is left there";
            }
            if (words.contains("Read-only file system")) {
                return ": it is read-only";
            }
            if (cause instanceof AccessDeniedException || words.contains("Permission denied")) {
                return ": this user may not write there";
            }
        }
        return "";
    }
}
