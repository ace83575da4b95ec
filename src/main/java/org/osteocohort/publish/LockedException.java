package org.osteocohort.publish;

import java.util.List;
import org.osteocohort.problem.Problem;
import org.osteocohort.problem.ProblemsException;

/** Another run works on the same output; nothing was done (exit code 5). */
public final class LockedException extends ProblemsException {
    private static final long serialVersionUID = 1L;

    LockedException(String output, String owner) {
        super(List.of(new Problem(output, "another run works on this output: " + owner)));
    }
}
