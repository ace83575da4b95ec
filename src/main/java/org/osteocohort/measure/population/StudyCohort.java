package org.osteocohort.measure.population;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.CaseClass;
import org.osteocohort.phenotype.Verdict;

/**
 * Who is in a phenotype's cohort: a case by the last day that the child contributes to the study. The same children are
 * the cases of all observed children and the whole study in the table of prevalence, and stand at the end of that of
 * attrition.
 */
public final class StudyCohort {
    private StudyCohort() {}

    /** The child's verdicts that put it into a cohort. */
    public static List<Verdict> memberships(Assessment child, StudyFrame frame) {
        if (child.verdicts().stream().allMatch(verdict -> verdict.caseClass() == CaseClass.NOT_MET)) {
            return List.of();
        }
        ObservedTime contributed = ObservedTime.contributed(child.history(), frame);
        return contributed.none()
                ? List.of()
                : child.verdicts().stream()
                        .filter(verdict -> isCaseBy(contributed.lastDay(), verdict))
                        .toList();
    }

    /** Whether the child is a case on a day; once a case, always a case. */
    public static boolean isCaseBy(LocalDate day, Verdict verdict) {
        return verdict.caseClass() != CaseClass.NOT_MET && !verdict.indexDate().isAfter(day);
    }
}
