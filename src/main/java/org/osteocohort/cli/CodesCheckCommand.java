package org.osteocohort.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells everything that is wrong with a folder of code sets. */
@Command(
        name = "check",
        header = "Checks a folder of code sets.",
        description = {
            "Told are rows that repeat or contradict one another, codes that their vocabulary cannot hold, and roles"
                    + " that the study needs and nobody wrote. Warnings do not keep a job from running."
        },
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " codes check jobs/pediatric-osteoporosis/codes"})
final class CodesCheckCommand implements Runnable {
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "A folder with code set files (.csv).")
    private Path folder;

    CodesCheckCommand(CurrentStage stage) {
        this.stage = stage;
    }

    @Override
    public void run() {
        stage.accept("checking code sets");
        List<Problem> problems = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        List<CodeRow> rows = JobCheck.codes(folder, List.of(), problems, warnings);
        warnings.forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        if (!problems.isEmpty()) {
            throw new BadJobException(problems);
        }
        int active = (int) rows.stream().filter(CodeRow::active).count();
        spec.commandLine()
                .getOut()
                .println("The code sets are in order: " + Counted.of(rows.size(), "row") + ", " + Counted.number(active)
                        + " active, " + Counted.of(warnings.size(), "warning") + ".");
    }
}
