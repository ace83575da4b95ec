package org.osteocohort.cli;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.osteocohort.StudyResult;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.generate.PopulationGenerator;
import org.osteocohort.generate.Profile;
import org.osteocohort.generate.design.StudyWindow;
import org.osteocohort.generate.omop.OutputFiles;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** From nothing to an opened report, with invented children. */
@Command(
        name = "demo",
        header = "Invents children, runs the study on them and opens the report.",
        description = "The folder then holds the extract, a job that can be edited and run again, and the reports.",
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " demo target/demo"})
final class DemoCommand implements Runnable {
    private static final String SITE = "sample";
    private static final String GENERATED = "generated";
    private static final long SEED = 1;

    private final Operations operations;
    private final Clock clock;
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder that is empty or does not exist yet.")
    private Path folder;

    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "5000",
            description = "How many children, at least 1 (default: ${DEFAULT-VALUE}).")
    private int patients;

    @Option(names = "--no-open", description = "Only tells where the report is.")
    private boolean closed;

    DemoCommand(Operations operations, Clock clock, CurrentStage stage) {
        this.operations = operations;
        this.clock = clock;
        this.stage = stage;
    }

    @Override
    public void run() {
        Instant startedAt = clock.instant();
        FreeFolder.require(folder, "DIR", spec);
        PrintWriter err = spec.commandLine().getErr();
        stage.accept("writing a job");
        Path file = JobFolder.write(folder, SITE, GENERATED + "/" + GeneratedFormat.OMOP.label());
        stage.accept("generating an extract");
        operations.generate(children());
        Job job = JobReader.read(file, Map.of());
        StudyResult result = operations.run(new RunRequest(job, startedAt, null, ProgressMode.AUTO, err), stage);
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        new RunSummary(result).print(SummaryFormat.TEXT, out);
        out.println("The job:    " + file + "  (edit it, and run it with '" + CommandName.asTyped() + " run')");
        if (!closed) {
            open(result.location().resolve("reports").resolve("report.html").path());
        }
    }

    private GenerateOptions children() {
        return new GenerateOptions(
                patients,
                SEED,
                folder.resolve(GENERATED).toAbsolutePath(),
                GeneratedFormat.OMOP,
                OutputFiles.PARQUET,
                Profile.BONE_CLINIC,
                SITE,
                StudyWindow.USUAL,
                PopulationGenerator.USUAL_EVENTS_PER_PATIENT,
                0);
    }

    /** A machine without a screen has its path printed already. */
    private static void open(Path report) {
        if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported()) {
            return;
        }
        try {
            Desktop.getDesktop().browse(report.toUri());
        } catch (IOException | UnsupportedOperationException noBrowser) {
            // The path is printed.
        }
    }
}
