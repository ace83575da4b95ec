package org.osteocohort.problem;

import java.util.List;
import java.util.stream.Collectors;

/** All problems found in one step, thrown together; each kind of step has its own exit code. */
public abstract class ProblemsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    protected ProblemsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
