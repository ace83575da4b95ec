package org.osteocohort.generate.truth;

import java.time.LocalDate;
import org.osteocohort.phenotype.CaseClass;

/**
 * What one definition says of a child.
 *
 * @param index first day on which everything required is on record; null when not met
 */
record Finding(CaseClass caseClass, LocalDate index) {
    static final Finding NOT_MET = new Finding(CaseClass.NOT_MET, null);

    boolean met() {
        return caseClass != CaseClass.NOT_MET;
    }
}
