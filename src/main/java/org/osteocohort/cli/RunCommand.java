package org.osteocohort.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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
            "  osteocohort run jobs/pediatric-osteoporosis/sample.yaml",
            "  osteocohort run job.yaml --output /data/runs --set study.end=2024-12-31"
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
            description = "Publishes under this folder instead of the job's; starts at the working directory.")
    private Path output;

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
                        : Map.of("output", output.toAbsolutePath().toString()));
        stage.accept("checking code sets and phenotypes");
        JobCheck check = JobCheck.of(job, operations);
        PrintWriter err = spec.commandLine().getErr();
        if (!check.warnings().isEmpty()) {
            err.println(Counted.of(check.warnings().size(), "warning") + " on the code sets; 'osteocohort check "
                    + options.file() + "' shows them");
        }
        StudyResult result = operations.run(job, startedAt, stage);
        result.isolated().forEach((site, problems) -> {
            problems.forEach(err::println);
            err.println("The site '" + site + "' is left out: no report holds anything of it.");
        });
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        new RunSummary(result).print(out);
        out.println();
        out.println("Reports:    " + result.run().resolve("reports") + "  (small counts hidden; free to share)");
        out.println(
                "Restricted: " + result.run().resolve("restricted") + "  (one row per child or finer; keep inside)");
    }
}
