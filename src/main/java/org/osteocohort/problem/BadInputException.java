package org.osteocohort.problem;

import java.util.List;

/** An extract cannot be used: a table, a column or the data in it is not what the format promises (exit code 3). */
public final class BadInputException extends ProblemsException {
    private static final long serialVersionUID = 1L;

    public BadInputException(List<Problem> problems) {
        super(problems);
    }
}
