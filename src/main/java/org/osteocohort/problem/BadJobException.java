package org.osteocohort.problem;

import java.util.List;

/** The job file, a code set, a phenotype or an argument is wrong (exit code 2). */
public final class BadJobException extends ProblemsException {
    private static final long serialVersionUID = 1L;

    public BadJobException(List<Problem> problems) {
        super(problems);
    }
}
