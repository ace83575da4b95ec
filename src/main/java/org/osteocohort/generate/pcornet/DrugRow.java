package org.osteocohort.generate.pcornet;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** The rows of drugs: {@code prescribing}, {@code dispensing}, {@code med_admin}. */
final class DrugRow {
    private DrugRow() {}

    record Prescribing(
            @Meaning("the row") String prescribingid,
            @Meaning("the person") String patid,
            @Meaning("not recorded") String encounterid,
            @Meaning("day of the order") LocalDate rxOrderDate,
            @Meaning("first day") LocalDate rxStartDate,
            @Meaning("last day") LocalDate rxEndDate,
            @Meaning("RxNorm code of the product") String rxnormCui,
            @Meaning("dose units") Double rxQuantity,

            @Meaning(value = "days that the supply lasts", unit = "days")
            Integer rxDaysSupply,

            @Meaning("SNOMED CT code of the route, OT when only the word is known")
            String rxRoute,

            @Meaning("route as recorded") String rawRxRoute,
            @Meaning("name of the product") String rawRxMedName) {
        static final Table<Prescribing> TABLE = Table.of("prescribing", "a prescription", Prescribing.class);
    }

    record Dispensing(
            @Meaning("the row") String dispensingid,
            @Meaning("the person") String patid,
            @Meaning("the day") LocalDate dispenseDate,
            @Meaning("National Drug Code") String ndc,

            @Meaning(value = "days that the supply lasts", unit = "days")
            Double dispenseSup,

            @Meaning("dose units") Double dispenseAmt,

            @Meaning("SNOMED CT code of the route, OT when only the word is known")
            String dispenseRoute,

            @Meaning("route as recorded") String rawDispenseRoute,
            @Meaning("name of the product") String rawDispMedName) {
        static final Table<Dispensing> TABLE = Table.of("dispensing", "what a pharmacy gave out", Dispensing.class);
    }

    record Administration(
            @Meaning("the row") String medadminid,
            @Meaning("the person") String patid,
            @Meaning("the encounter") String encounterid,
            @Meaning("the day") LocalDate medadminStartDate,
            @Meaning("the day") LocalDate medadminStopDate,
            @Meaning("RX: RxNorm, ND: National Drug Code") String medadminType,
            @Meaning("code") String medadminCode,
            @Meaning("dose units") Double medadminDoseAdmin,
            @Meaning("what a dose unit is") String medadminDoseAdminUnit,

            @Meaning("SNOMED CT code of the route, OT when only the word is known")
            String medadminRoute,

            @Meaning("route as recorded") String rawMedadminRoute,
            @Meaning("name of the product") String rawMedadminMedName) {
        static final Table<Administration> TABLE = Table.of("med_admin", "a dose given", Administration.class);
    }
}
