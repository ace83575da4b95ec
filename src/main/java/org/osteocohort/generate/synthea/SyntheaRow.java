package org.osteocohort.generate.synthea;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** The rows of Synthea's tables. */
final class SyntheaRow {
    private SyntheaRow() {}

    record Patient(
            @Meaning("the patient") String id,
            @Meaning("day of birth") LocalDate birthdate,
            @Meaning("day of death") LocalDate deathdate,

            @Meaning("white, black, asian, native, hawaiian or other")
            String race,

            @Meaning("hispanic or nonhispanic") String ethnicity,
            @Meaning("M or F, empty when unknown") String gender) {
        static final Table<Patient> TABLE = Table.of("patients", "a patient", Patient.class);
    }

    record Visit(
            @Meaning("the encounter") String id,
            @Meaning("when it began") String start,
            @Meaning("when it ended") String stop,
            @Meaning("the patient") String patient,

            @Meaning("inpatient, emergency, ambulatory or home")
            String encounterclass) {
        static final Table<Visit> TABLE = Table.of("encounters", "an encounter", Visit.class);
    }

    record Condition(
            @Meaning("first day") LocalDate start,
            @Meaning("not recorded") LocalDate stop,
            @Meaning("the patient") String patient,
            @Meaning("the encounter") String encounter,
            @Meaning("address of the coding system") String system,
            @Meaning("code") String code,
            @Meaning("what it means") String description) {
        static final Table<Condition> TABLE = Table.of("conditions", "a diagnosis", Condition.class);
    }

    record Procedure(
            @Meaning("when it began") String start,
            @Meaning("when it ended") String stop,
            @Meaning("the patient") String patient,
            @Meaning("the encounter") String encounter,
            @Meaning("address of the coding system") String system,
            @Meaning("code") String code,
            @Meaning("what it means") String description) {
        static final Table<Procedure> TABLE = Table.of("procedures", "a procedure", Procedure.class);
    }

    record Observation(
            @Meaning("when it was made") String date,
            @Meaning("the patient") String patient,
            @Meaning("the encounter") String encounter,

            @Meaning("LOINC code, or one of the hospital's own")
            String code,

            @Meaning("what it means") String description,
            @Meaning("number or text") String value,
            @Meaning("unit") String units,
            @Meaning("numeric or text") String type) {
        static final Table<Observation> TABLE = Table.of("observations", "an observation", Observation.class);
    }

    record Medication(
            @Meaning("when it began") String start,
            @Meaning("when it ended") String stop,
            @Meaning("the patient") String patient,
            @Meaning("the encounter") String encounter,
            @Meaning("RxNorm code of the product") String code,
            @Meaning("name of the product") String description,
            @Meaning("how often it was given out") int dispenses) {
        static final Table<Medication> TABLE = Table.of("medications", "a medication", Medication.class);
    }
}
