package org.osteocohort.measure.population;

import java.util.List;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.CaseClass;
import org.osteocohort.phenotype.Verdict;

/**
 * Who is in a phenotype's cohort: a case by the end of the study who contributes at least one day to it. The same
 * children stand at the end of the attrition table.
 */
public final class StudyCohort {
    private StudyCohort() {}

    /** The child's verdicts that put it into a cohort. */
    public static List<Verdict> memberships(Assessment child, StudyFrame frame) {
        if (child.verdicts().stream().noneMatch(verdict -> isCase(verdict, frame))
                || ObservedTime.contributed(child.history(), frame).none()) {
            return List.of();
        }
        return child.verdicts().stream()
                .filter(verdict -> isCase(verdict, frame))
                .toList();
    }

    public static boolean isCase(Verdict verdict, StudyFrame frame) {
        return verdict.caseClass() != CaseClass.NOT_MET && !verdict.indexDate().isAfter(frame.end());
    }
}
