package org.osteocohort.generate.design;

import java.time.LocalDate;
import java.util.List;

/**
 * An ailment and the days on which it is coded, in order.
 *
 * @param inpatient whether the first day is in hospital
 */
public record DesignedDiagnosis(Ailment ailment, List<LocalDate> dates, boolean inpatient) {
    public DesignedDiagnosis {
        dates = List.copyOf(dates);
    }
}
