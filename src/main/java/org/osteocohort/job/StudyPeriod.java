package org.osteocohort.job;

import java.time.LocalDate;
import java.util.Objects;

/** The days that the reports are about; both are inside. */
public record StudyPeriod(LocalDate start, LocalDate end) {
    public StudyPeriod {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }
}
