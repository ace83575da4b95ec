package org.osteocohort.trends;

import java.util.Objects;

/**
 * A published number of all children, or of all children of a site, that is worth comparing from run to run.
 *
 * @param numerator null when hidden, as the others
 * @param status the row's value_status
 */
record Headline(Key key, Long numerator, Long denominator, Double estimate, String status) {
    Headline {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
    }

    /**
     * Which number it is.
     *
     * @param phenotype of a cohort; null when the number is of no cohort
     */
    record Key(
            String measure,
            String phenotype,
            String kind,
            String item,
            String caseClass,
            String denominatorName,
            String period,
            String site) {}
}
