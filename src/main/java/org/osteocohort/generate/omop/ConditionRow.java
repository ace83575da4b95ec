package org.osteocohort.generate.omop;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** A row of {@code condition_occurrence}. */
record ConditionRow(
        @Meaning("the row") long conditionOccurrenceId,
        @Meaning("the person") long personId,
        @Meaning("standard concept, 0 when not mapped") int conditionConceptId,
        @Meaning("the day") LocalDate conditionStartDate,
        @Meaning("not recorded") LocalDate conditionEndDate,
        @Meaning("32817 EHR") int conditionTypeConceptId,
        @Meaning("always 0") int conditionStatusConceptId,
        @Meaning("not recorded") String stopReason,
        @Meaning("not recorded") Long providerId,
        @Meaning("the visit") Long visitOccurrenceId,
        @Meaning("not recorded") Long visitDetailId,
        @Meaning("code as recorded") String conditionSourceValue,

        @Meaning("concept of the code as recorded, 0 when there is none")
        int conditionSourceConceptId,

        @Meaning("not recorded") String conditionStatusSourceValue) {
    static final Table<ConditionRow> TABLE = Table.of("condition_occurrence", "a diagnosis", ConditionRow.class);
}
