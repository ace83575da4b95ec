package org.osteocohort.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells a phenotype definition in plain English. */
@Command(
        name = "describe",
        header = "Tells a case definition in plain English.",
        footer = {
            "",
            "Example:",
            "  " + CommandName.IN_HELP + " phenotypes describe jobs/pediatric-osteoporosis/phenotypes/iscd-2019.yaml"
        })
final class PhenotypesDescribeCommand implements Runnable {
    private final Operations operations;
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A phenotype definition.")
    private Path file;

    PhenotypesDescribeCommand(Operations operations, CurrentStage stage) {
        this.operations = operations;
        this.stage = stage;
    }

    @Override
    public void run() {
        stage.accept("reading the phenotype");
        List<Problem> problems = new ArrayList<>();
        Operations.PhenotypeSummary phenotype = operations.phenotype(file, problems);
        if (!problems.isEmpty()) {
            throw new BadJobException(problems);
        }
        spec.commandLine().getOut().println(phenotype.description().stripTrailing());
    }
}
