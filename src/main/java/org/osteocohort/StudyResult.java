package org.osteocohort;

import java.nio.file.Path;
import java.util.List;
import org.osteocohort.measure.tally.TableRows;

/**
 * What a run gave.
 *
 * @param run the folder of the published run
 * @param reports the report tables as published, small cells hidden
 */
public record StudyResult(Path run, List<TableRows<?>> reports) {
    public StudyResult {
        reports = List.copyOf(reports);
    }
}
