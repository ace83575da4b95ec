package org.osteocohort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands about code sets. */
@Command(
        name = "codes",
        header = "Checks code sets and explains what a code means in them.",
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " codes match ICD10CM S72.001A"})
final class CodesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
