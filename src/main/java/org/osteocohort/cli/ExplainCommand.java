package org.osteocohort.cli;

import java.nio.file.Path;
import java.util.List;
import org.osteocohort.explain.PatientRecord;
import org.osteocohort.explain.PatientStory;
import org.osteocohort.explain.PublishedRun;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the story of one child of a published run. */
@Command(
        name = "explain",
        header = "Tells the story of one child, from the restricted tables. SHOWS A PATIENT.",
        description = {
            "In order of time and in words: what was found, what counted, what did not and why, which rule decided.",
            "",
            "Warning: this is the only command that shows a patient, with dates and source records. Use it only where"
                    + " restricted tables may be seen, and do not send its output to a log, a ticket or a mail. The"
                    + " identifier that you type stays in the history of your shell."
        },
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " explain target/sample-run --patient sample:17"})
final class ExplainCommand implements Runnable {
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            description = "The folder of a run, or an output folder, whose latest run is then taken.")
    private Path run;

    @Option(
            names = "--patient",
            paramLabel = "ID",
            required = true,
            description = "The patient_id of the restricted tables: site, colon, the source's own identifier.")
    private String patientId;

    ExplainCommand(CurrentStage stage) {
        this.stage = stage;
    }

    @Override
    public void run() {
        stage.accept("reading the run");
        PublishedRun published = PublishedRun.open(run);
        PatientRecord child = published.patient(patientId).orElseThrow(this::unknown);
        spec.commandLine().getOut().print(PatientStory.tell(published.runId(), published.phenotypes(), child));
        spec.commandLine().getOut().flush();
    }

    private BadJobException unknown() {
        return new BadJobException(List.of(new Problem(
                "--patient " + patientId,
                "the run has no such patient; expected a patient_id of its restricted tables")));
    }
}
