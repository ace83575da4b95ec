package org.osteocohort;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osteocohort.job.OutputLocation;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.problem.Problem;

/**
 * What a run gave.
 *
 * @param runId unique in the output
 * @param location the folder of the published run
 * @param reports the report tables as published, small cells hidden
 * @param isolated the sites that were left out, and why
 */
public record StudyResult(
        String runId, OutputLocation location, List<TableRows<?>> reports, Map<String, List<Problem>> isolated) {
    public StudyResult {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(location, "location");
        reports = List.copyOf(reports);
        isolated = Collections.unmodifiableMap(new LinkedHashMap<>(isolated));
    }

    /**
     * The local folder of the published run.
     *
     * @throws IllegalStateException when it was published to a store
     */
    public Path run() {
        return location.path();
    }
}
