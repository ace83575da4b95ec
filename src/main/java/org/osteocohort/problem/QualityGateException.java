package org.osteocohort.problem;

import java.util.List;

/** The data can be read, but too much of it cannot be used for reports to be right (exit code 4). */
public final class QualityGateException extends ProblemsException {
    private static final long serialVersionUID = 1L;

    public QualityGateException(List<Problem> problems) {
        super(problems);
    }
}
