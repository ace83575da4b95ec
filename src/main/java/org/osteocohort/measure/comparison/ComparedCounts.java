package org.osteocohort.measure.comparison;

import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.prevalence.PrevalenceRow;

/** The counts of a level that is compared; null what does not apply. */
record ComparedCounts(Long numerator, Long denominator, Long personDays) {
    static final ComparedCounts NONE = new ComparedCounts(null, null, null);

    static ComparedCounts of(PrevalenceRow row) {
        return new ComparedCounts(row.numerator(), row.denominator(), null);
    }

    static ComparedCounts of(IncidenceRow row) {
        return new ComparedCounts(row.events(), row.personsAtRisk(), row.personDays());
    }
}
