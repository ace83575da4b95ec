package org.osteocohort.generate.omop;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** A row of {@code drug_exposure}. */
record DrugRow(
        @Meaning("the row") long drugExposureId,
        @Meaning("the person") long personId,
        @Meaning("standard concept, 0 when not mapped") int drugConceptId,
        @Meaning("first day") LocalDate drugExposureStartDate,
        @Meaning("last day") LocalDate drugExposureEndDate,
        @Meaning("not recorded") LocalDate verbatimEndDate,

        @Meaning("32838 prescription, 32869 pharmacy, 32818 administered")
        int drugTypeConceptId,

        @Meaning("not recorded") String stopReason,
        @Meaning("not recorded") Integer refills,
        @Meaning("dose units") Double quantity,

        @Meaning(value = "days the supply lasts", unit = "days")
        Integer daysSupply,

        @Meaning("not recorded") String sig,

        @Meaning("standard concept of the route, 0 when only the text is known")
        int routeConceptId,

        @Meaning("not recorded") String lotNumber,
        @Meaning("not recorded") Long providerId,
        @Meaning("the visit; none for a pharmacy's row") Long visitOccurrenceId,
        @Meaning("not recorded") Long visitDetailId,
        @Meaning("code as recorded") String drugSourceValue,
        @Meaning("concept of the code as recorded") int drugSourceConceptId,
        @Meaning("route as recorded") String routeSourceValue,
        @Meaning("not recorded") String doseUnitSourceValue) {
    static final Table<DrugRow> TABLE = Table.of("drug_exposure", "a drug record", DrugRow.class);
}
