package org.osteocohort.report;

import java.util.Map;
import java.util.Objects;

/**
 * What a report that is copied out of its run tells about where it comes from.
 *
 * @param job digest of what the job asks, of which the first digits end the names of its runs
 * @param definitions digest of the code sets, rules and case definitions together: another one means other numbers
 */
public record ReportOrigin(String job, String definitions) {
    public ReportOrigin {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(definitions, "definitions");
    }

    /** As it stands in the footer of each Parquet file, beside the meanings of the columns. */
    public Map<String, String> footer() {
        return Map.of(
                "osteocohort.contract",
                ReportContract.VERSION,
                "osteocohort.job",
                job,
                "osteocohort.definitions",
                definitions);
    }
}
