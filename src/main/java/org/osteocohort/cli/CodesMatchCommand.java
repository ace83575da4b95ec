package org.osteocohort.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeSetReader;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.problem.BadJobException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains what a recorded code means in a study. */
@Command(
        name = "match",
        header = "Explains what a code means: which rows speak for it, which lost and why.",
        description = {
            "Only rows that reach the code by itself are shown. A vocabulary folder of a job may add more, such as the"
                    + " ingredient of a drug product."
        },
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " codes match ICD10CM S72.001A"})
final class CodesMatchCommand implements Runnable {
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "VOCABULARY", description = "One of ${COMPLETION-CANDIDATES}.")
    private Vocabulary vocabulary;

    @Parameters(index = "1", paramLabel = "CODE", description = "A recorded code, with or without dots.")
    private String code;

    @Option(
            names = "--codes",
            paramLabel = "FOLDER",
            defaultValue = "jobs/pediatric-osteoporosis/codes",
            description = "The folder of code sets (default: ${DEFAULT-VALUE}).")
    private Path folder;

    CodesMatchCommand(CurrentStage stage) {
        this.stage = stage;
    }

    @Override
    public void run() {
        stage.accept("reading code sets");
        CodeSetReader reader = CodeSetReader.read(folder, List.of());
        if (!reader.problems().isEmpty()) {
            throw new BadJobException(reader.problems());
        }
        PrintWriter out = spec.commandLine().getOut();
        CodeExplanation.lines(reader.rows(), new CodeKey(vocabulary, code)).forEach(out::println);
    }
}
