package org.osteocohort.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.publish.RunEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a run was. */
@Command(
        name = "show",
        header = "Shows what a run was: inputs, versions, tables, times.",
        description = "For this site only: rows of restricted tables are counts of children.",
        footer = {"", "Example:", "  " + CommandName.IN_HELP + " runs show target/sample-run --json"})
final class RunsShowCommand implements Runnable {
    private static final int DIGEST_DIGITS = 12;

    private final Clock clock;
    private final CurrentStage stage;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputArgument output;

    @Option(names = "--run", paramLabel = "ID", description = "The run; the latest when not given.")
    private String runId;

    @Option(names = "--json", description = "Shows the manifest as it is.")
    private boolean json;

    RunsShowCommand(Clock clock, CurrentStage stage) {
        this.clock = clock;
        this.stage = stage;
    }

    @Override
    public void run() {
        stage.accept("reading the manifest");
        PrintWriter out = spec.commandLine().getOut();
        OutputFolder folder = output.folder(clock);
        try {
            RunEntry run = output.run(folder.runs(), runId);
            if (json) {
                out.println(run.manifest().toPrettyString());
            } else {
                show(run, folder, out);
            }
        } catch (IOException exception) {
            throw output.unreadable();
        }
    }

    private static void show(RunEntry run, OutputFolder folder, PrintWriter out) {
        JsonNode manifest = run.manifest();
        line(out, "run", run.runId() + (run.latest() ? " (latest)" : ""));
        line(out, "folder", folder.run(run.runId()).toString());
        line(out, "job", named(manifest.path("job")));
        line(out, "started", run.started());
        line(out, "finished", manifest.path("finished").asText());
        line(out, "verdict", run.verdict());
        manifest.path("engine")
                .fields()
                .forEachRemaining(
                        part -> line(out, part.getKey(), part.getValue().asText()));
        line(out, "code sets", shortened(manifest.path("code_set_digest")));
        manifest.path("phenotypes").forEach(phenotype -> line(out, "phenotype", named(phenotype)));
        manifest.path("inputs").forEach(input -> line(out, "input", input(input)));
        manifest.path("stages")
                .forEach(stage -> line(
                        out,
                        "stage",
                        String.format(
                                Locale.ROOT,
                                "%.1f s %s",
                                stage.path("seconds").asDouble(),
                                stage.path("stage").asText())));
        manifest.path("rows_written")
                .forEach(table -> line(
                        out,
                        "table",
                        String.format(
                                Locale.ROOT,
                                "%s, %,d rows",
                                table.path("table").asText(),
                                table.path("rows").asLong())));
    }

    private static String named(JsonNode definition) {
        return definition.path("name").asText() + ", " + shortened(definition.path("sha256"));
    }

    private static String shortened(JsonNode digest) {
        String text = digest.asText();
        return "digest " + text.substring(0, Math.min(DIGEST_DIGITS, text.length()));
    }

    private static String input(JsonNode input) {
        long bytes = 0;
        int fromCache = 0;
        for (JsonNode file : input.path("files")) {
            bytes += file.path("bytes").asLong();
            fromCache += file.path("from_cache").asBoolean() ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "%s, %s, %s, %,d files, %,d of them not opened, %,d bytes",
                input.path("site").asText(),
                input.path("format").asText(),
                input.path("path").asText(),
                input.path("files").size(),
                fromCache,
                bytes);
    }

    private static void line(PrintWriter out, String label, String text) {
        out.println(String.format(Locale.ROOT, "%-12s%s", label, text));
    }
}
