package org.osteocohort.generate.omop;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** A row of {@code procedure_occurrence}. */
record ProcedureRow(
        @Meaning("the row") long procedureOccurrenceId,
        @Meaning("the person") long personId,
        @Meaning("standard concept") int procedureConceptId,
        @Meaning("the day") LocalDate procedureDate,
        @Meaning("not recorded") LocalDate procedureEndDate,
        @Meaning("32817 EHR") int procedureTypeConceptId,
        @Meaning("always 0") int modifierConceptId,
        @Meaning("not recorded") Integer quantity,
        @Meaning("not recorded") Long providerId,
        @Meaning("the visit") Long visitOccurrenceId,
        @Meaning("not recorded") Long visitDetailId,
        @Meaning("code as recorded") String procedureSourceValue,
        @Meaning("concept of the code as recorded") int procedureSourceConceptId,
        @Meaning("not recorded") String modifierSourceValue) {
    static final Table<ProcedureRow> TABLE = Table.of("procedure_occurrence", "a procedure", ProcedureRow.class);
}
