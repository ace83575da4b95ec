package org.osteocohort.measure.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.phenotype.Verdict;

/**
 * Who is in a phenotype's cohort: a case on the last day that the child contributes to the study, by what was known then,
 * with the class and the index date of that day. The same children are the cases of all observed children and the whole
 * study in the table of prevalence, and stand at the end of that of attrition.
 */
public final class StudyCohort {
    private StudyCohort() {}

    /** The classes that put the child into a cohort, at most one of each phenotype, in the order of the phenotypes. */
    public static List<ClassSpan> memberships(Assessment child, StudyFrame frame) {
        if (child.verdicts().stream().allMatch(verdict -> verdict.history().none())) {
            return List.of();
        }
        ObservedTime contributed = ObservedTime.contributed(child.history(), frame);
        return contributed.none() ? List.of() : on(contributed.lastDay(), child);
    }

    /** The classes that a child is in on a day, as far as was known by then. */
    public static List<ClassSpan> on(LocalDate day, Assessment child) {
        // Most children never are in any, and every period asks.
        List<ClassSpan> found = List.of();
        for (Verdict verdict : child.verdicts()) {
            Optional<ClassSpan> span = verdict.history().none()
                    ? Optional.empty()
                    : verdict.history().on(day);
            if (span.isPresent()) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(span.get());
            }
        }
        return found;
    }
}
