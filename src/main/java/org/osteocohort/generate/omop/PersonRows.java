package org.osteocohort.generate.omop;

import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.generate.chart.Chart;
import org.osteocohort.generate.chart.Encounter;

/** The rows that describe a person and their visits. */
final class PersonRows {
    private static final int EHR = StandardConcept.EHR.id();

    private PersonRows() {}

    static PersonRow person(long personId, Chart chart) {
        StandardConcept sex = sex(chart.sex());
        int race = race(chart.race());
        StandardConcept ethnicity = chart.hispanic() ? StandardConcept.HISPANIC : StandardConcept.NOT_HISPANIC;
        return new PersonRow(
                personId,
                sex.id(),
                chart.birth().getYear(),
                chart.birth().getMonthValue(),
                chart.birth().getDayOfMonth(),
                race,
                ethnicity.id(),
                null,
                null,
                null,
                String.valueOf(personId),
                sex.code(),
                Concepts.NONE,
                chart.race().name(),
                Concepts.NONE,
                ethnicity.code(),
                Concepts.NONE);
    }

    static PersonRow.ObservationPeriodRow period(long row, long personId, Chart chart) {
        return new PersonRow.ObservationPeriodRow(row, personId, chart.observedFrom(), chart.observedTo(), EHR);
    }

    static PersonRow.DeathRow death(long personId, Chart chart) {
        return new PersonRow.DeathRow(personId, chart.death(), EHR, null, null, null);
    }

    static PersonRow.VisitRow visit(long row, long personId, Encounter encounter) {
        return new PersonRow.VisitRow(
                row,
                personId,
                visitConcept(encounter.kind()),
                encounter.start(),
                encounter.end(),
                EHR,
                null,
                null,
                encounter.kind().name(),
                Concepts.NONE,
                Concepts.NONE,
                null,
                Concepts.NONE,
                null,
                null);
    }

    private static StandardConcept sex(Sex sex) {
        return switch (sex) {
            case MALE -> StandardConcept.MALE;
            case FEMALE -> StandardConcept.FEMALE;
            case UNKNOWN -> StandardConcept.UNKNOWN_SEX;
        };
    }

    private static int race(Chart.Race race) {
        return switch (race) {
            case WHITE -> StandardConcept.WHITE.id();
            case BLACK -> StandardConcept.BLACK.id();
            case ASIAN -> StandardConcept.ASIAN.id();
            case NATIVE_AMERICAN -> StandardConcept.NATIVE_AMERICAN.id();
            case PACIFIC_ISLANDER -> StandardConcept.PACIFIC_ISLANDER.id();
            case UNKNOWN -> Concepts.NONE;
        };
    }

    private static int visitConcept(VisitKind kind) {
        return switch (kind) {
            case INPATIENT -> StandardConcept.INPATIENT.id();
            case EMERGENCY -> StandardConcept.EMERGENCY.id();
            case OUTPATIENT -> StandardConcept.OUTPATIENT.id();
            case OTHER -> Concepts.NONE;
        };
    }
}
