package org.osteocohort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands about phenotypes. */
@Command(
        name = "phenotypes",
        header = "Explains case definitions.",
        footer = {
            "",
            "Example:",
            "  " + CommandName.IN_HELP + " phenotypes describe jobs/pediatric-osteoporosis/phenotypes/iscd-2019.yaml"
        })
final class PhenotypesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
