package org.osteocohort.cli;

import java.util.Optional;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.ProblemsException;
import org.osteocohort.problem.QualityGateException;
import org.osteocohort.publish.LockedException;
import org.osteocohort.publish.PublishingException;

/** How a command ended, for the scheduler that called it. */
enum ExitCode {
    PUBLISHED(0, "published"),
    INTERNAL_ERROR(1, "internal error"),
    BAD_JOB(2, "bad job or arguments"),
    BAD_INPUT(3, "bad input"),
    QUALITY_GATE_FAILED(
            4,
            "quality gate failed",
            "Next: have the extract mended. Or, when the rows above may be missing, run again with a higher limit, such as"
                    + " --set quality.maxQuarantinedShare=0.6: restricted/quarantine then lists every such row by file,"
                    + " line, column and rule. A fatal check is set in the code sets' quality-checks.yaml."),
    LOCKED(5, "locked by another run"),
    NOT_PUBLISHED(6, "output could not be published");

    private final int number;
    private final String meaning;
    private final String advice;

    ExitCode(int number, String meaning) {
        this(number, meaning, null);
    }

    ExitCode(int number, String meaning, String advice) {
        this.number = number;
        this.meaning = meaning;
        this.advice = advice;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }

    /** What to do next, where the problems themselves do not say it. */
    Optional<String> advice() {
        return Optional.ofNullable(advice);
    }

    /** The code of any failure. */
    static ExitCode of(Throwable failure) {
        return problemsIn(failure).map(ExitCode::of).orElse(INTERNAL_ERROR);
    }

    /** The code of problems that were found in a step. */
    static ExitCode of(ProblemsException problems) {
        if (problems instanceof BadJobException) {
            return BAD_JOB;
        }
        if (problems instanceof BadInputException) {
            return BAD_INPUT;
        }
        if (problems instanceof QualityGateException) {
            return QUALITY_GATE_FAILED;
        }
        if (problems instanceof LockedException) {
            return LOCKED;
        }
        if (problems instanceof PublishingException) {
            return NOT_PUBLISHED;
        }
        return INTERNAL_ERROR;
    }

    /**
     * The problems that a failure is about. Spark wraps what is thrown in a task, and loses the list on its way from
     * another machine.
     */
    static Optional<ProblemsException> problemsIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemsException problems && problems.problems() != null) {
                return Optional.of(problems);
            }
        }
        return Optional.empty();
    }
}
