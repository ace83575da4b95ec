package org.osteocohort.measure.quality;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a check demands.
 *
 * @param threshold the largest share of violations that passes; null when the check only describes
 */
public record QualityCheck(KahnCategory category, Severity severity, Double threshold) implements Serializable {
    public QualityCheck {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(severity, "severity");
    }

    /** Whether so many violations are too many; null when there was nothing to check or nothing is demanded. */
    Boolean passed(long checked, long violations) {
        return threshold == null || checked == 0 ? null : (double) violations / checked <= threshold;
    }
}
