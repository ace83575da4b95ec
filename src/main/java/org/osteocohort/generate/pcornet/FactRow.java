package org.osteocohort.generate.pcornet;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** The rows of coded facts: {@code diagnosis}, {@code procedures}, {@code vital}, {@code lab_result_cm}, {@code obs_clin}. */
final class FactRow {
    private FactRow() {}

    record Diagnosis(
            @Meaning("the row") String diagnosisid,
            @Meaning("the person") String patid,
            @Meaning("the encounter") String encounterid,
            @Meaning("type of the encounter") String encType,
            @Meaning("first day of the encounter") LocalDate admitDate,
            @Meaning("code without the dot") String dx,
            @Meaning("09, 10 or SM") String dxType,
            @Meaning("the day") LocalDate dxDate,
            @Meaning("FI: final") String dxSource,
            @Meaning("BI: billing") String dxOrigin,

            @Meaning("X: not classified as principal or secondary")
            String pdx) {
        static final Table<Diagnosis> TABLE = Table.of("diagnosis", "a diagnosis", Diagnosis.class);
    }

    record Procedure(
            @Meaning("the row") String proceduresid,
            @Meaning("the person") String patid,
            @Meaning("the encounter") String encounterid,
            @Meaning("type of the encounter") String encType,
            @Meaning("first day of the encounter") LocalDate admitDate,
            @Meaning("the day") LocalDate pxDate,
            @Meaning("code") String px,
            @Meaning("CH: CPT or HCPCS") String pxType,
            @Meaning("BI: billing") String pxSource) {
        static final Table<Procedure> TABLE = Table.of("procedures", "a procedure", Procedure.class);
    }

    record Vital(
            @Meaning("the row") String vitalid,
            @Meaning("the person") String patid,
            @Meaning("the encounter") String encounterid,
            @Meaning("the day") LocalDate measureDate,
            @Meaning("HC: a health care setting") String vitalSource,
            @Meaning(value = "height", unit = "inches") Double ht,
            @Meaning(value = "weight", unit = "pounds") Double wt,

            @Meaning(value = "body mass index", unit = "kg/m2")
            Double originalBmi) {
        static final Table<Vital> TABLE = Table.of("vital", "vital signs", Vital.class);
    }

    record LabResult(
            @Meaning("the row") String labResultCmId,
            @Meaning("the person") String patid,
            @Meaning("the encounter") String encounterid,
            @Meaning("LOINC code") String labLoinc,
            @Meaning("day of the order") LocalDate labOrderDate,
            @Meaning("day of the specimen") LocalDate specimenDate,
            @Meaning("day of the result") LocalDate resultDate,
            @Meaning("the number") Double resultNum,
            @Meaning("EQ: the number is the result") String resultModifier,
            @Meaning("unit") String resultUnit,
            @Meaning("name of the test") String rawLabName) {
        static final Table<LabResult> TABLE = Table.of("lab_result_cm", "a laboratory result", LabResult.class);
    }

    record ClinicalObservation(
            @Meaning("the row") String obsclinid,
            @Meaning("the person") String patid,
            @Meaning("the encounter") String encounterid,
            @Meaning("the day") LocalDate obsclinStartDate,

            @Meaning("LC, or OT for a code of the hospital's own")
            String obsclinType,

            @Meaning("LOINC code") String obsclinCode,
            @Meaning("the number") Double obsclinResultNum,
            @Meaning("EQ: the number is the result") String obsclinResultModifier,
            @Meaning("unit") String obsclinResultUnit,
            @Meaning("code as recorded") String rawObsclinCode,
            @Meaning("name as recorded") String rawObsclinName) {
        static final Table<ClinicalObservation> TABLE =
                Table.of("obs_clin", "a clinical observation", ClinicalObservation.class);
    }
}
