package org.osteocohort.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.osteocohort.job.OutputLocation;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.publish.RunEntry;
import picocli.CommandLine.Parameters;

/** The argument that names an output. */
final class OutputArgument {
    @Parameters(
            paramLabel = "OUTPUT",
            description = "The output of a job: a folder, or a URL such as s3a://bucket/folder.")
    private String output;

    /** A local path as seen from the working folder, or a URL. */
    static OutputLocation location(String text) {
        return text.contains("://") ? new OutputLocation(text) : OutputLocation.of(Path.of(text));
    }

    OutputLocation location() {
        return location(output);
    }

    OutputFolder folder(Clock clock) {
        OutputLocation location = location();
        return OutputFolder.of(location, new Configuration(!location.isLocal()), clock);
    }

    /**
     * One of the runs.
     *
     * @param runId null for the one that latest names
     * @throws BadJobException when there is no such run
     */
    RunEntry run(List<RunEntry> runs, String runId) {
        return runs.stream()
                .filter(run -> runId == null ? run.latest() : run.runId().equals(runId))
                .findFirst()
                .orElseThrow(() -> missing(
                        runId == null ? "there is no published run here" : "there is no run " + runId + " here"));
    }

    private BadJobException missing(String what) {
        return new BadJobException(List.of(new Problem(output, what + "; 'osteocohort runs list' shows all")));
    }

    /** Nothing of the output could be read. */
    BadJobException unreadable() {
        return new BadJobException(List.of(new Problem(output, "this is not an output that can be read")));
    }
}
