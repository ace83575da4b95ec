package org.osteocohort.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that name a job. */
final class JobOptions {
    @Parameters(paramLabel = "JOB.yaml", description = "The job file. Relative paths in it start at its own folder.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = {
                "Replaces a value of the job file, for example study.start=2020-01-01 or extracts[0].path=../other;"
                        + " may be given several times. A list stands in brackets: reports.ageBands=[0,5,10]. Relative paths"
                        + " start at the folder of the job file, as if they stood in it. An empty value removes the"
                        + " key."
            })
    private final Map<String, String> values = new LinkedHashMap<>();

    Path file() {
        return file;
    }

    /**
     * Reads the job.
     *
     * @param more values that replace those of the file and of {@code --set}
     */
    Job job(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return JobReader.read(file, all);
    }
}
