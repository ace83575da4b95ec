package org.osteocohort.measure.cohort;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** One row of the report {@code attrition}; see the meanings of its columns. */
public record AttritionRow(
        @Meaning("Name of the phenotype") String phenotype,
        @Meaning("Place of the step, from 1") Integer stepNo,
        @Meaning("Name of the step's rule") String stepCode,
        @Meaning("The rule in words") String stepText,

        @Meaning(value = "Persons before the step; the persons_out of the step before", unit = "persons")
        Long personsIn,

        @Meaning(value = "Persons who pass the rule", unit = "persons")
        Long personsOut,

        @Meaning(value = "persons_in - persons_out", unit = "persons")
        Long excludedPersons,

        @Meaning(
                value = "Persons who fail this rule alone; rules that rest on it are judged without it",
                unit = "persons")
        Long failOnlyThisPersons,

        @Meaning(value = "Coded records of persons_in", unit = "records")
        Long recordsIn,

        @Meaning(value = "Coded records of persons_out", unit = "records")
        Long recordsOut,

        @Meaning("released, or suppressed when a number of the row is hidden")
        String valueStatus) {
    public static final Table<AttritionRow> TABLE =
            Table.of("attrition", "phenotype and step, from all patients to the cohort", AttritionRow.class);
}
