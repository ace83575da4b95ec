package org.osteocohort.generate.omop;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** A row of {@code observation}. */
record ObservationRow(
        @Meaning("the row") long observationId,
        @Meaning("the person") long personId,
        @Meaning("standard concept, 0 when not mapped") int observationConceptId,
        @Meaning("the day") LocalDate observationDate,
        @Meaning("32817 EHR") int observationTypeConceptId,
        @Meaning("not recorded") Double valueAsNumber,
        @Meaning("not recorded") String valueAsString,
        @Meaning("always 0") int valueAsConceptId,
        @Meaning("always 0") int qualifierConceptId,
        @Meaning("always 0") int unitConceptId,
        @Meaning("not recorded") Long providerId,
        @Meaning("the visit") Long visitOccurrenceId,
        @Meaning("not recorded") Long visitDetailId,
        @Meaning("code as recorded") String observationSourceValue,
        @Meaning("concept of the code as recorded") int observationSourceConceptId,
        @Meaning("not recorded") String unitSourceValue,
        @Meaning("not recorded") String qualifierSourceValue,
        @Meaning("not recorded") String valueSourceValue,
        @Meaning("not recorded") Long observationEventId,
        @Meaning("not recorded") Integer obsEventFieldConceptId) {
    static final Table<ObservationRow> TABLE = Table.of("observation", "an observation", ObservationRow.class);
}
