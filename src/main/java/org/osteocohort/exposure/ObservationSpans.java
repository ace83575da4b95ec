package org.osteocohort.exposure;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.PatientHistory;

/** Tells whether observation was interrupted between two days. */
final class ObservationSpans {
    private final List<ObservationPeriod> spans;

    ObservationSpans(PatientHistory history) {
        this.spans = history.observation();
    }

    /** Whether observation was interrupted between two days, the earlier one first; both days may lie outside. */
    boolean interrupted(LocalDate earlier, LocalDate later) {
        return stretch(earlier) != stretch(later);
    }

    /** Numbers the stretches of time: before the first span, in it, after it, in the second, and so on. */
    private int stretch(LocalDate day) {
        int stretch = 0;
        for (ObservationPeriod span : spans) {
            stretch += day.isBefore(span.start()) ? 0 : 1;
            stretch += day.isAfter(span.end()) ? 1 : 0;
        }
        return stretch;
    }
}
