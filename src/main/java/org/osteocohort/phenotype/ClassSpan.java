package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.tag.CodedEvent;

/**
 * Days on which a child was in one class of a definition without a break, and what the class rested on when it was
 * reached.
 *
 * @param path the route by which the class was reached, named in the definition
 * @param indexDate first of the days: everything required is on record
 * @param until last of the days; null when the child is in the class at the end of the record
 * @param firstFractureDate first fracture that the definition counts; null when there is none
 * @param etiology as of the index
 * @param causes the items in effect at the index, sorted
 * @param evidence the source rows that the class rests on
 */
public record ClassSpan(
        String phenotype,
        CaseClass caseClass,
        String path,
        LocalDate indexDate,
        LocalDate until,
        LocalDate firstFractureDate,
        Etiology etiology,
        SortedSet<String> causes,
        List<CodedEvent> evidence) {
    public ClassSpan {
        Objects.requireNonNull(phenotype, "phenotype");
        Objects.requireNonNull(caseClass, "caseClass");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(indexDate, "indexDate");
        Objects.requireNonNull(etiology, "etiology");
        if (until != null && until.isBefore(indexDate)) {
            throw new IllegalArgumentException("a class that ends before it begins");
        }
        causes = Collections.unmodifiableSortedSet(new TreeSet<>(causes));
        evidence = List.copyOf(evidence);
    }

    /** Whether the day is inside. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(indexDate) && (until == null || !day.isAfter(until));
    }
}
