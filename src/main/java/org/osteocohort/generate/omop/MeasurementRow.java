package org.osteocohort.generate.omop;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** A row of {@code measurement}. */
record MeasurementRow(
        @Meaning("the row") long measurementId,
        @Meaning("the person") long personId,

        @Meaning("standard concept, 0 for a code of the hospital's own")
        int measurementConceptId,

        @Meaning("the day") LocalDate measurementDate,
        @Meaning("32817 EHR") int measurementTypeConceptId,
        @Meaning("always 0") int operatorConceptId,
        @Meaning("the number") Double valueAsNumber,
        @Meaning("always 0") int valueAsConceptId,

        @Meaning("standard concept of the unit, 0 when only the text is known")
        int unitConceptId,

        @Meaning("not recorded") Double rangeLow,
        @Meaning("not recorded") Double rangeHigh,
        @Meaning("not recorded") Long providerId,
        @Meaning("the visit") Long visitOccurrenceId,
        @Meaning("not recorded") Long visitDetailId,
        @Meaning("code as recorded") String measurementSourceValue,

        @Meaning("concept of the code as recorded, 0 when there is none")
        int measurementSourceConceptId,

        @Meaning("unit as recorded") String unitSourceValue,
        @Meaning("always 0") int unitSourceConceptId,
        @Meaning("not recorded") String valueSourceValue,
        @Meaning("not recorded") Long measurementEventId,
        @Meaning("not recorded") Integer measEventFieldConceptId) {
    static final Table<MeasurementRow> TABLE = Table.of("measurement", "a measured value", MeasurementRow.class);
}
