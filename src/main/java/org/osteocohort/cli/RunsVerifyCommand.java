package org.osteocohort.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.publish.RunEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads every byte of a run again. */
@Command(
        name = "verify",
        header = "Reads every byte of a run again and compares it with the manifest.",
        description = {
            "Every file that is missing, changed or not expected is told on a line of its own; the exit code is then 3."
        },
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " runs verify target/sample-run"})
final class RunsVerifyCommand implements Runnable {
    private final Clock clock;
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputArgument output;

    @Option(names = "--run", paramLabel = "ID", description = "The run; the latest when not given.")
    private String runId;

    RunsVerifyCommand(Clock clock, CurrentStage stage) {
        this.clock = clock;
        this.stage = stage;
    }

    @Override
    public void run() {
        stage.accept("verifying the run");
        OutputFolder folder = output.folder(clock);
        try {
            RunEntry run = output.run(folder.runs(), runId);
            List<String> problems = folder.verify(run.runId());
            if (!problems.isEmpty()) {
                String place = folder.run(run.runId()).toString();
                throw new BadInputException(problems.stream()
                        .map(problem -> new Problem(place, problem))
                        .toList());
            }
            int files = run.manifest().path("files").size();
            spec.commandLine()
                    .getOut()
                    .println("The run " + run.runId() + " is as it was published: " + Counted.of(files, "file")
                            + ", every hash and row count is right.");
        } catch (IOException exception) {
            throw output.unreadable();
        }
    }
}
