package org.osteocohort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands about published runs. */
@Command(
        name = "runs",
        header = "Lists, shows, verifies and removes published runs.",
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " runs verify target/sample-run"})
final class RunsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
