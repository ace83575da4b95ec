package org.osteocohort.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.codes.CodeSetReader;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.job.Deidentification;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.job.OnFailure;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what an extract holds, before anybody writes a job. */
@Command(
        name = "inspect",
        header = "Tells what an extract holds.",
        description = {
            "Tables, years, code systems, how much of it the code sets know, and whether bone density, drugs and"
                    + " accidents are recorded. Nothing is written; counts below 11 are not told."
        },
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " inspect sample-data/omop --format omop"})
final class InspectCommand implements Runnable {
    private static final String SITE = "site";

    private final Operations operations;
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "EXTRACT", description = "The folder that holds the tables.")
    private Path extract;

    @Option(names = "--format", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
    private ExtractFormat format;

    @Option(names = "--vocabulary", paramLabel = "DIR", description = "A folder with CONCEPT and friends.")
    private Path vocabulary;

    @Option(
            names = "--deidentification",
            paramLabel = "PROFILE",
            defaultValue = "LIMITED_DATA_SET",
            description = "What was done to it: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Profile profile;

    @Option(
            names = "--codes",
            paramLabel = "DIR",
            defaultValue = "jobs/pediatric-osteoporosis/codes",
            description = "The code sets. Default: ${DEFAULT-VALUE}.")
    private Path codes;

    @Option(names = "--local-codes", paramLabel = "FILE", description = "Codes that the site made itself.")
    private List<Path> localCodes = List.of();

    InspectCommand(Operations operations, CurrentStage stage) {
        this.operations = operations;
        this.stage = stage;
    }

    @Override
    public void run() {
        stage.accept("reading the arguments");
        List<Problem> problems = new ArrayList<>();
        requireFolder(extract, problems);
        if (vocabulary != null) {
            requireFolder(vocabulary, problems);
        }
        CodeSetReader read = CodeSetReader.read(codes, localCodes);
        problems.addAll(read.problems());
        if (!problems.isEmpty()) {
            throw new BadJobException(problems);
        }
        stage.accept("looking at the extract");
        Extract asked = new Extract(
                SITE,
                format,
                extract.toAbsolutePath().normalize(),
                FileFormat.DETECTED,
                null,
                vocabulary == null ? null : vocabulary.toAbsolutePath().normalize(),
                new Deidentification(profile, null),
                OnFailure.STOP,
                null);
        operations
                .inspect(asked, new CodeSets(read.rows()))
                .forEach(spec.commandLine().getOut()::println);
    }

    private static void requireFolder(Path folder, List<Problem> problems) {
        if (!Files.isDirectory(folder)) {
            problems.add(new Problem(folder.toString(), "this folder does not exist"));
        }
    }
}
