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

        @Meaning(value = "Index date: first day on which everything required is on record", source = Source.COHORT)
        LocalDate cohortStartDate,

        @Meaning(
                value = "Last day of the observation that holds the index date; the index date when none does",
                source = Source.COHORT)
        LocalDate cohortEndDate,

        @Meaning("confirmed, probable or suspected") String Class,
        @Meaning("Route by which the class was reached") String path,
        @Meaning("Why the child has osteoporosis") String etiology,

        @Meaning("First fracture that the definition counts; null when there is none")
        LocalDate firstFractureDate,

        @Meaning("Causes in effect at the index date, separated by semicolons")
        String causes,

        @Meaning("Remarks of the definition, separated by semicolons")
        String flags) {}
