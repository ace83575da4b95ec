package org.osteocohort.report;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;

/** One row of the restricted table {@code observation}; see the meanings of its columns. */
public record ObservationRow(
        @Meaning("Identifier of the patient") String patientId,

        @Meaning("First observed day; the day before it is not observed")
        LocalDate startDate,

        @Meaning("Last observed day; the day after it is not observed")
        LocalDate endDate) {}
