package org.osteocohort.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.osteocohort.CohortStudy;
import org.osteocohort.StudyResult;
import org.osteocohort.job.Job;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a job, runs it and publishes the result. */
@Command(
        name = "run",
        header = "Runs a job and publishes its reports.",
        description = {
            "Everything in the job is checked before Spark starts. A run never overwrites another one: it becomes"
                    + " visible as a whole, or not at all."
        },
        footer = {
            "",
            "Examples:",
            "  " + CommandName.IN_HELP + " run jobs/pediatric-osteoporosis/sample.yaml",
            "  " + CommandName.IN_HELP + " run job.yaml --output /data/runs --set study.end=2024-12-31"
        })
final class RunCommand implements Runnable {
    private final Operations operations;
    private final Clock clock;
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JobOptions options;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Publishes under this folder instead of the job's; starts at the working directory. Or a URL"
                    + " such as s3a://bucket/folder.")
    private String output;

    @Option(
            names = "--summary",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What is printed at the end: text or json (default: ${DEFAULT-VALUE}).")
    private SummaryFormat summary;

    @Option(
            names = "--progress",
            paramLabel = "MODE",
            defaultValue = "auto",
            description = "How the run tells where it is: bar, lines, none, or auto for a bar on a terminal and lines"
                    + " elsewhere (default: ${DEFAULT-VALUE}).")
    private ProgressMode progress;

    @Option(
            names = "--event-log",
            paramLabel = "DIR",
            description = "Keeps Spark's event log in this folder, for its history server. For this site only: a"
                    + " failed task's message may quote patient values.")
    private Path eventLog;

    @Option(
            names = "--full",
            description = "Reads and assesses everything anew, whatever earlier runs left in the output's cache.")
    private boolean full;

    RunCommand(Operations operations, Clock clock, CurrentStage stage) {
        this.operations = operations;
        this.clock = clock;
        this.stage = stage;
    }

    @Override
    public void run() {
        Instant startedAt = clock.instant();
        stage.accept("reading the job file");
        Job job = options.job(
                output == null
                        ? Map.of()
                        : Map.of("output", OutputArgument.location(output).toString()));
        job = full ? job.with(job.operation().inFull()) : job;
        PrintWriter err = spec.commandLine().getErr();
        StudyResult result;
        try {
            check(job, err);
            Path events = eventLog == null ? null : eventLog.toAbsolutePath();
            result = operations.run(new RunRequest(job, startedAt, events, progress, err), stage);
        } catch (RuntimeException | Error failure) {
            ExitCode code = ExitCode.of(failure);
            new FailureMessage(
                            job.name(),
                            CohortStudy.runId(job, startedAt),
                            code,
                            failure.getClass().getName(),
                            stage.name())
                    .send(job.operation().notice(), err);
            throw failure;
        }
        result.isolated().forEach((site, problems) -> {
            problems.forEach(err::println);
            err.println("The site '" + site + "' is left out: no report holds anything of it.");
        });
        err.flush();
        new RunSummary(result).print(summary, spec.commandLine().getOut());
    }

    private void check(Job job, PrintWriter err) {
        stage.accept("checking code sets and phenotypes");
        JobCheck check = JobCheck.of(job, operations);
        if (!check.warnings().isEmpty()) {
            err.println(Counted.of(check.warnings().size(), "warning") + " on the code sets; '" + CommandName.asTyped()
                    + " check " + options.file() + "' shows them");
        }
    }
}
