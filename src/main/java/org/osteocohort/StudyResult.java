package org.osteocohort;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.problem.Problem;

/**
 * What a run gave.
 *
 * @param run the folder of the published run
 * @param reports the report tables as published, small cells hidden
 * @param isolated the sites that were left out, and why
 */
public record StudyResult(Path run, List<TableRows<?>> reports, Map<String, List<Problem>> isolated) {
    public StudyResult {
        reports = List.copyOf(reports);
        isolated = Collections.unmodifiableMap(new LinkedHashMap<>(isolated));
    }
}
