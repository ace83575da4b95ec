package org.osteocohort.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.osteocohort.problem.ProblemsException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Tells why a command failed. Problems are written to be read and are shown; any other message is not, because Spark
 * and the libraries below it quote the row at fault, which means patient values.
 */
final class FailureReport implements IExecutionExceptionHandler {
    /** The variable that lets messages and stack traces through. */
    static final String DEBUG_VARIABLE = "OSTEOCOHORT_DEBUG";

    private final CurrentStage stage;
    private final boolean debug;

    FailureReport(CurrentStage stage, boolean debug) {
        this.stage = stage;
        this.debug = debug;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments) {
        return tell(exception, command.getErr());
    }

    /** Writes the reason, the exit code in its last line, and returns that code. */
    int tell(Throwable failure, PrintWriter err) {
        Optional<ProblemsException> problems = ExitCode.problemsIn(failure);
        ExitCode code = ExitCode.of(failure);
        if (problems.isPresent()) {
            problems.get().problems().forEach(err::println);
            code.advice().ifPresent(err::println);
            lastLine(Counted.of(problems.get().problems().size(), "problem") + " while " + stage.name(), code, err);
        } else {
            unexpected(failure, err);
            lastLine(kind(failure) + " while " + stage.name(), code, err);
        }
        err.flush();
        return code.number();
    }

    private void unexpected(Throwable failure, PrintWriter err) {
        if (debug) {
            err.println(
                    "Warning: " + DEBUG_VARIABLE + "=1 is set. What follows may hold patient values: do not share it.");
            failure.printStackTrace(err);
            return;
        }
        if (isOutOfMemory(failure)) {
            err.println("The memory did not suffice. Give more, for example OSTEOCOHORT_MEMORY=8g, or with"
                    + " spark-submit --driver-memory and --executor-memory.");
            return;
        }
        err.println("The message of this error is not shown, because it may quote patient values.");
        err.println("Run again with " + DEBUG_VARIABLE
                + "=1 in a place where patient values may be seen to get it, with" + " its stack trace.");
    }

    private static void lastLine(String what, ExitCode code, PrintWriter err) {
        err.println("osteocohort: " + what + " (exit code " + code.number() + ": " + code.meaning() + ")");
    }

    /** The names of classes are ours or a library's, and so never data. */
    private static String kind(Throwable failure) {
        Throwable root = root(failure);
        String name = failure.getClass().getName();
        return root == failure ? name : name + ", caused by " + root.getClass().getName() + ",";
    }

    private static boolean isOutOfMemory(Throwable failure) {
        return root(failure) instanceof OutOfMemoryError;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
