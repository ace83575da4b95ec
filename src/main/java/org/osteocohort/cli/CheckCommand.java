package org.osteocohort.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.job.Disclosure;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells everything that is wrong with a job without running it. */
@Command(
        name = "check",
        header = "Checks a job, its code sets and its phenotypes without running it.",
        description = {
            "Every problem is told at once, each on its own line with the place and what was expected. The tables of"
                    + " the extracts are not opened, so this takes seconds."
        },
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " check jobs/pediatric-osteoporosis/sample.yaml"})
final class CheckCommand implements Runnable {
    private final Operations operations;
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JobOptions options;

    CheckCommand(Operations operations, CurrentStage stage) {
        this.operations = operations;
        this.stage = stage;
    }

    @Override
    public void run() {
        stage.accept("reading the job file");
        Job job = options.job(Map.of());
        stage.accept("checking code sets and phenotypes");
        JobCheck check = JobCheck.of(job, operations);
        PrintWriter err = spec.commandLine().getErr();
        check.warnings().forEach(warning -> err.println("warning: " + warning));
        err.flush();
        summarize(job, check, spec.commandLine().getOut());
    }

    private static void summarize(Job job, JobCheck check, PrintWriter out) {
        out.println("The job '" + job.name() + "' is in order.");
        for (Extract extract : job.extracts()) {
            String format = extract.format().name().toLowerCase(Locale.ROOT);
            line(out, "extract", extract.site() + ", " + format + ", " + extract.path());
        }
        line(out, "study", job.study().start() + " to " + job.study().end());
        line(
                out,
                "children",
                "from " + job.population().minAgeYears() + " to below "
                        + job.population().maxAgeYears() + " years");
        int active = (int) check.codes().stream().filter(CodeRow::active).count();
        String warnings = check.warnings().isEmpty()
                ? ""
                : ", " + Counted.of(check.warnings().size(), "warning");
        line(
                out,
                "codes",
                Counted.of(check.codes().size(), "row") + ", " + Counted.number(active) + " active" + warnings);
        line(out, "phenotypes", String.join(", ", check.phenotypes()));
        line(out, "output", job.output().toString());
        Disclosure disclosure = job.disclosure();
        String rounded = disclosure.roundTo() == 1 ? "" : "; others rounded to " + disclosure.roundTo();
        line(out, "hidden", "counts of fewer than " + disclosure.threshold() + " children" + rounded);
    }

    private static void line(PrintWriter out, String label, String text) {
        out.println(String.format(Locale.ROOT, "  %-11s%s", label, text));
    }
}
