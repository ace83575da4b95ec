package org.osteocohort.report;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;

/** One row of the restricted table {@code patients}; see the meanings of its columns. */
public record PatientRow(
        @Meaning("Identifier, unique in a run: site, colon, the source's own identifier")
        String patientId,

        @Meaning("Site") String site,
        @Meaning("female, male or unknown") String sex,

        @Meaning("Birth date; the first day of the month or year when only that is known")
        LocalDate birthDate,

        @Meaning("What is known of the birth date: day, month or year")
        String birthDatePrecision,

        @Meaning("Race as recorded") String race,
        @Meaning("Ethnicity as recorded") String ethnicity,

        @Meaning("First observed day; there may be gaps after it")
        LocalDate observationStart,

        @Meaning("Last observed day") LocalDate observationEnd,
        @Meaning("Day of death; null when none is recorded") LocalDate deathDate,

        @Meaning("Whether the child is seen regularly: two outpatient visits a year or more apart between the first "
                + "and the 21st birthday, and one every 18 months when followed for over three years")
        Boolean regularCare,

        @Meaning(value = "Coded records of the patient that the study looks at", unit = "records")
        Integer codedRecords,

        @Meaning(value = "Those of them on days on which the patient was not observed", unit = "records")
        Integer codedRecordsUnobserved) {}
