package org.osteocohort.tag;

import java.time.LocalDate;
import java.util.Objects;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.ehr.ClinicalEvent;

/** One event under one code set row that matched it. An event that stands for several items appears once for each. */
public record CodedEvent(ClinicalEvent event, CodeRow row) {
    public CodedEvent {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(row, "row");
    }

    public LocalDate date() {
        return event.date();
    }
}
