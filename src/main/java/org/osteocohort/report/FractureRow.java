package org.osteocohort.report;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;

/** One row of the restricted table {@code fractures}; see the meanings of its columns. */
public record FractureRow(
        @Meaning("Identifier of the patient") String patientId,
        @Meaning("1 for the patient's first event") Integer eventNo,

        @Meaning("First day on which the event is on record")
        LocalDate eventDate,

        @Meaning(value = "Age on that day; null when the birth date is unknown", unit = "days")
        Long ageDays,

        @Meaning("Broken bones, separated by semicolons; empty for a site that is never counted")
        String sites,

        @Meaning("left, right or unknown for each of the sites, in their order")
        String sides,

        @Meaning("What the fracture means to the definitions, for each of the sites, in their order")
        String kinds,

        @Meaning("Energy of the accident: unknown, low, moderate, high or abuse")
        String traumaTier,

        @Meaning("Whether a code calls the fracture pathological")
        Boolean pathologic,

        @Meaning("Whether it is an atypical femur fracture") Boolean atypicalFemur,

        @Meaning("Whether imaging or a cast was coded near the event")
        Boolean confirmed,

        @Meaning("Whether earlier fractures may be missing since observation began late")
        Boolean leftTruncated,

        @Meaning(value = "Diagnosis rows in the event", unit = "records")
        Integer nRecords,

        @Meaning("Whether definitions may count the event") Boolean counted,
        @Meaning("Why not; null when it counts") String reasonNotCounted) {}
