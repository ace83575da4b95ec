package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one definition says of one child.
 *
 * @param history the classes over time, with what each rests on
 * @param flags named remarks of the definition at the end of the record, sorted
 */
public record Verdict(String phenotype, ClassHistory history, SortedSet<String> flags) {
    public Verdict {
        Objects.requireNonNull(phenotype, "phenotype");
        Objects.requireNonNull(history, "history");
        flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    }

    /** The class by all that is on record; empty when the definition is not met then. */
    public Optional<ClassSpan> atEnd() {
        return history.on(LocalDate.MAX);
    }

    /** The class by all that is on record, {@link CaseClass#NOT_MET} included. */
    public CaseClass caseClass() {
        return atEnd().map(ClassSpan::caseClass).orElse(CaseClass.NOT_MET);
    }
}
