package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days on which a child was in a class by one way, without a break; both ends are inside.
 *
 * @param path the route by which the class was reached, named in the definition
 * @param until null when the child is in the class at the end of the record
 */
public record ClassSpan(CaseClass caseClass, String path, LocalDate from, LocalDate until) {
    public ClassSpan {
        Objects.requireNonNull(caseClass, "caseClass");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(from, "from");
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a class that ends before it begins");
        }
    }

    /** Whether the day is inside. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
