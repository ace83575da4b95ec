package org.osteocohort.report;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;

/** One row of the restricted table {@code tags}; see the meanings of its columns. */
public record TagRow(
        @Meaning("Identifier of the patient") String patientId,
        @Meaning("Group that the item belongs to") String role,
        @Meaning("Item of the study") String item,
        @Meaning("Day of the first record") LocalDate firstDate,
        @Meaning("Day of the last record") LocalDate lastDate,

        @Meaning(value = "Different days with a record", unit = "days")
        Integer nDates,

        @Meaning(value = "Records", unit = "records") Integer nRecords,

        @Meaning("Whether the item's own rule holds, not only whether some code was seen")
        Boolean qualifies,

        @Meaning("First day on which the item counts; null when it does not qualify")
        LocalDate effectStart,

        @Meaning("Last day on which it counts; null for a lifelong item or when it does not qualify")
        LocalDate effectEnd,

        @Meaning(
                "All days on which it counts, both ends inside: start..end, several separated by commas, nothing behind the"
                        + " dots for life; null when it does not qualify")
        String effectSpans) {}
