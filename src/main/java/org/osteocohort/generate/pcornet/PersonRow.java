package org.osteocohort.generate.pcornet;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** The rows that describe a person and their time: {@code demographic}, {@code enrollment}, {@code encounter}, {@code death}. */
record PersonRow(
        @Meaning("the person") String patid,
        @Meaning("day of birth") LocalDate birthDate,
        @Meaning("M, F or UN") String sex,
        @Meaning("Y or N") String hispanic,
        @Meaning("01 to 05, UN when unknown") String race) {
    static final Table<PersonRow> TABLE = Table.of("demographic", "a person", PersonRow.class);

    record EnrollmentRow(
            @Meaning("the person") String patid,
            @Meaning("first day") LocalDate enrStartDate,
            @Meaning("last day") LocalDate enrEndDate,

            @Meaning("whether the chart can be asked for: Y")
            String chart,

            @Meaning("I: insurance") String enrBasis) {
        static final Table<EnrollmentRow> TABLE = Table.of("enrollment", "a time of enrolment", EnrollmentRow.class);
    }

    record EncounterRow(
            @Meaning("the encounter") String encounterid,
            @Meaning("the person") String patid,
            @Meaning("first day") LocalDate admitDate,
            @Meaning("last day") LocalDate dischargeDate,
            @Meaning("IP, ED, AV or OT") String encType) {
        static final Table<EncounterRow> TABLE = Table.of("encounter", "an encounter", EncounterRow.class);
    }

    record DeathRow(
            @Meaning("the person") String patid,
            @Meaning("the day") LocalDate deathDate,
            @Meaning("N: no part of the date is a guess") String deathDateImpute,
            @Meaning("L: the health system's own records") String deathSource) {
        static final Table<DeathRow> TABLE = Table.of("death", "a death", DeathRow.class);
    }
}
