package org.osteocohort.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a job of the user's own. */
@Command(
        name = "init",
        header = "Writes a job to start from, with its code sets and definitions.",
        description = "Asks nothing. The folder then holds all that a study is made of, as files to be edited.",
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " init my-study"})
final class InitCommand implements Runnable {
    private static final String SITE = "my_hospital";
    private static final String EXTRACT = "extract";

    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder that is empty or does not exist yet.")
    private Path folder;

    InitCommand(CurrentStage stage) {
        this.stage = stage;
    }

    @Override
    public void run() {
        FreeFolder.require(folder, "DIR", spec);
        stage.accept("writing a job");
        Path job = JobFolder.write(folder, SITE, EXTRACT);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Written: " + job + ", with code sets, rules, definitions and standard populations beside it.");
        out.println("Next: set the site, format and path of your extract and the days of the study in it, then");
        out.println("  " + CommandName.asTyped() + " check " + job);
        out.println("  " + CommandName.asTyped() + " run " + job);
    }
}
