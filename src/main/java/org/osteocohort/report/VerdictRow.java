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

        @Meaning("confirmed, probable, suspected or not_met, by all that is on record")
        String Class,

        @Meaning("First of the days without a break in the class; null when not met")
        LocalDate indexDate,

        @Meaning("Route by which the class was reached; null when not met")
        String path,

        @Meaning("Remarks of the definition, separated by semicolons, also on who does not meet it")
        String flags,

        @Meaning("The classes as they were known on each day, both ends inside: class start..end, several separated by"
                + " semicolons, nothing behind the dots until the end of the record; null when in no class on any day")
        String classesOverTime) {}
