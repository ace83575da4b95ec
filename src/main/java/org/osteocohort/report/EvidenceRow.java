package org.osteocohort.report;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;

/** One row of the restricted table {@code evidence}; see the meanings of its columns. */
public record EvidenceRow(
        @Meaning("Identifier of the patient") String patientId,

        @Meaning("What it is evidence of: an item, fracture, or the name of a phenotype")
        String item,

        @Meaning("How it counts: the item's role, the number of the fracture event, or the phenotype's path")
        String rule,

        @Meaning("Table of the source row") String sourceTable,

        @Meaning("Identifier of the source row in that table")
        String sourceId,

        @Meaning("Day of the record") LocalDate eventDate,
        @Meaning("Vocabulary of the recorded code") String vocabulary,

        @Meaning("Recorded code, in upper case without dots")
        String code,

        @Meaning("Recorded number, in the unit of the column unit")
        Double value,

        @Meaning("Recorded unit") String unit,

        @Meaning("How the code was brought to the code sets: source_code, standard_concept, ancestor or name")
        String match) {}
