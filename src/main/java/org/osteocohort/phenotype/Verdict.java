package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.tag.CodedEvent;

/**
 * What one definition says of one child.
 *
 * @param caseClass the class at the end of the record
 * @param path the route by which the class was reached, named in the definition; null when not met
 * @param indexDate first day on which everything required is on record; null when not met
 * @param history the classes over time, of which {@code caseClass} is the last
 * @param firstFractureDate first fracture that the definition counts; null when there is none
 * @param etiology null when not met
 * @param causes the items in effect at the index, sorted
 * @param flags named remarks of the definition, sorted
 * @param evidence the source rows that the class rests on
 */
public record Verdict(
        String phenotype,
        CaseClass caseClass,
        String path,
        LocalDate indexDate,
        ClassHistory history,
        LocalDate firstFractureDate,
        Etiology etiology,
        SortedSet<String> causes,
        SortedSet<String> flags,
        List<CodedEvent> evidence) {
    public Verdict {
        Objects.requireNonNull(phenotype, "phenotype");
        Objects.requireNonNull(caseClass, "caseClass");
        if (history.on(LocalDate.MAX) != caseClass) {
            throw new IllegalArgumentException("the class is not the last one of its history");
        }
        causes = Collections.unmodifiableSortedSet(new TreeSet<>(causes));
        flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
        evidence = List.copyOf(evidence);
    }

    static Verdict notMet(String phenotype, ClassHistory history, SortedSet<String> flags) {
        return new Verdict(
                phenotype,
                CaseClass.NOT_MET,
                null,
                null,
                history,
                null,
                null,
                Collections.emptySortedSet(),
                flags,
                List.of());
    }
}
