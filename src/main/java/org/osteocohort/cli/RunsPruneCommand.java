package org.osteocohort.cli;

import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes old runs. */
@Command(
        name = "prune",
        header = "Removes old runs, never the latest.",
        description = "Takes the lock of the output, so it waits for no run: when one is at work, nothing is removed.",
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " runs prune target/sample-run --keep 14"})
final class RunsPruneCommand implements Runnable {
    private final Clock clock;
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputArgument output;

    @Option(
            names = "--keep",
            required = true,
            paramLabel = "N",
            description = "How many of the newest complete runs stay, at least 1.")
    private int keep;

    RunsPruneCommand(Clock clock, CurrentStage stage) {
        this.clock = clock;
        this.stage = stage;
    }

    @Override
    public void run() {
        if (keep < 1) {
            throw new ParameterException(spec.commandLine(), "--keep is " + keep + ", expected at least 1");
        }
        stage.accept("removing old runs");
        List<String> removed = output.folder(clock).prune(keep, clock.instant());
        removed.forEach(runId -> spec.commandLine().getOut().println("removed " + runId));
        spec.commandLine().getOut().println(Counted.of(removed.size(), "run") + " removed.");
    }
}
