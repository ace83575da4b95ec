package org.osteocohort.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.osteocohort.publish.RunEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the runs of an output. */
@Command(
        name = "list",
        header = "Lists the runs of an output, newest first.",
        description = "The order is that in which runs began, also when a clock went back between them.",
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " runs list target/sample-run"})
final class RunsListCommand implements Runnable {
    private static final String FORMAT = "%-27s %-31s %-12s %s";

    private final Clock clock;
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputArgument output;

    RunsListCommand(Clock clock, CurrentStage stage) {
        this.clock = clock;
        this.stage = stage;
    }

    @Override
    public void run() {
        stage.accept("listing the runs");
        PrintWriter out = spec.commandLine().getOut();
        List<RunEntry> runs;
        try {
            runs = output.folder(clock).runs();
        } catch (IOException exception) {
            throw output.unreadable();
        }
        out.println(String.format(Locale.ROOT, FORMAT, "run", "started", "verdict", "")
                .stripTrailing());
        for (RunEntry run : runs) {
            String mark = run.latest() ? "latest" : "";
            out.println(String.format(Locale.ROOT, FORMAT, run.runId(), run.started(), run.verdict(), mark)
                    .stripTrailing());
        }
    }
}
