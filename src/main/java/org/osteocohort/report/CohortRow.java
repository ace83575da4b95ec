package org.osteocohort.report;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;

/**
 * One row of the restricted table {@code cohort}; see the meanings of its columns.
 *
 * @param Class written with a capital, since the column is {@code class} and that is a word of Java
 */
public record CohortRow(
        @Meaning("Name of the phenotype") String phenotype,
        @Meaning("Identifier of the patient") String patientId,

        @Meaning("The source's own identifier of the patient")
        String subjectId,

        @Meaning(
                value = "Index date: first of the days; everything required for the class is on record",
                source = Source.COHORT)
        LocalDate cohortStartDate,

        @Meaning(
                value =
                        "Last of the days, or of the observation that holds the index date if that is sooner; the index "
                                + "date when none does",
                source = Source.COHORT)
        LocalDate cohortEndDate,

        @Meaning("confirmed, probable or suspected, as it was known on these days")
        String Class,

        @Meaning("Last day in the class, observed or not; null when in it at the end of the record")
        LocalDate classEndDate,

        @Meaning(
                "Whether the child was in the class on the last day that it contributes to the study: these rows, at most "
                        + "one of a child and a phenotype, are the cohorts that the reports count")
        Boolean inStudy,

        @Meaning("Route by which the class was reached") String path,
        @Meaning("Why the child has osteoporosis") String etiology,

        @Meaning("First fracture that the definition counts; null when there is none")
        LocalDate firstFractureDate,

        @Meaning("Causes in effect at the index date or found by the end of the work-up (causeDaysAfterIndex of the "
                + "etiology rules), separated by semicolons")
        String causes,

        @Meaning("Remarks of the definition, separated by semicolons")
        String flags) {}
