package org.osteocohort.generate.omop;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** The rows that describe a person: {@code person}, {@code observation_period}, {@code visit_occurrence}, {@code death}. */
record PersonRow(
        @Meaning("the person") long personId,
        @Meaning("8507 male, 8532 female") int genderConceptId,
        @Meaning("year of birth") int yearOfBirth,
        @Meaning("month of birth") int monthOfBirth,
        @Meaning("day of birth") int dayOfBirth,

        @Meaning("standard concept of the race, 0 when unknown")
        int raceConceptId,

        @Meaning("38003563 Hispanic, 38003564 not") int ethnicityConceptId,
        @Meaning("not recorded") Long locationId,
        @Meaning("not recorded") Long providerId,
        @Meaning("not recorded") Long careSiteId,
        @Meaning("the source's own identifier") String personSourceValue,
        @Meaning("sex as recorded") String genderSourceValue,
        @Meaning("always 0") int genderSourceConceptId,
        @Meaning("race as recorded") String raceSourceValue,
        @Meaning("always 0") int raceSourceConceptId,
        @Meaning("ethnicity as recorded") String ethnicitySourceValue,
        @Meaning("always 0") int ethnicitySourceConceptId) {
    static final Table<PersonRow> TABLE = Table.of("person", "a person", PersonRow.class);

    record ObservationPeriodRow(
            @Meaning("the period") long observationPeriodId,
            @Meaning("the person") long personId,
            @Meaning("first day") LocalDate observationPeriodStartDate,
            @Meaning("last day") LocalDate observationPeriodEndDate,
            @Meaning("32817 EHR") int periodTypeConceptId) {
        static final Table<ObservationPeriodRow> TABLE =
                Table.of("observation_period", "a time under observation", ObservationPeriodRow.class);
    }

    record VisitRow(
            @Meaning("the visit") long visitOccurrenceId,
            @Meaning("the person") long personId,

            @Meaning("9201 inpatient, 9202 outpatient, 9203 emergency")
            int visitConceptId,

            @Meaning("first day") LocalDate visitStartDate,
            @Meaning("last day") LocalDate visitEndDate,
            @Meaning("32817 EHR") int visitTypeConceptId,
            @Meaning("not recorded") Long providerId,
            @Meaning("not recorded") Long careSiteId,
            @Meaning("kind of visit as recorded") String visitSourceValue,
            @Meaning("always 0") int visitSourceConceptId,
            @Meaning("always 0") int admittedFromConceptId,
            @Meaning("not recorded") String admittedFromSourceValue,
            @Meaning("always 0") int dischargedToConceptId,
            @Meaning("not recorded") String dischargedToSourceValue,
            @Meaning("not recorded") Long precedingVisitOccurrenceId) {
        static final Table<VisitRow> TABLE = Table.of("visit_occurrence", "an encounter", VisitRow.class);
    }

    record DeathRow(
            @Meaning("the person") long personId,
            @Meaning("the day") LocalDate deathDate,
            @Meaning("32817 EHR") int deathTypeConceptId,
            @Meaning("not recorded") Integer causeConceptId,
            @Meaning("not recorded") String causeSourceValue,
            @Meaning("not recorded") Integer causeSourceConceptId) {
        static final Table<DeathRow> TABLE = Table.of("death", "a death", DeathRow.class);
    }
}
