package org.osteocohort.report;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;

/**
 * One row of the restricted table {@code verdicts}; see the meanings of its columns.
 *
 * @param Class written with a capital, since the column is {@code class} and that is a word of Java
 */
public record VerdictRow(
        @Meaning("Identifier of the patient") String patientId,
        @Meaning("Name of the phenotype") String phenotype,

        @Meaning("confirmed, probable, suspected or not_met")
        String Class,

        @Meaning("First day on which everything required is on record; null when not met")
        LocalDate indexDate,

        @Meaning("Route by which the class was reached; null when not met")
        String path,

        @Meaning("Remarks of the definition, separated by semicolons, also on who does not meet it")
        String flags) {}
