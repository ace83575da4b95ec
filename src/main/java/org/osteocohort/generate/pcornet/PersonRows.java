package org.osteocohort.generate.pcornet;

import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.generate.chart.Chart;
import org.osteocohort.generate.chart.Encounter;

/** The rows that describe a person and their time. */
final class PersonRows {
    private PersonRows() {}

    static PersonRow person(String person, Chart chart) {
        return new PersonRow(person, chart.birth(), sex(chart.sex()), chart.hispanic() ? "Y" : "N", race(chart.race()));
    }

    static PersonRow.EnrollmentRow enrollment(String person, Chart chart) {
        return new PersonRow.EnrollmentRow(person, chart.observedFrom(), chart.observedTo(), "Y", "I");
    }

    static PersonRow.DeathRow death(String person, Chart chart) {
        return new PersonRow.DeathRow(person, chart.death(), "N", "L");
    }

    static PersonRow.EncounterRow encounter(String id, String person, Encounter encounter) {
        return new PersonRow.EncounterRow(
                id, person, encounter.start(), encounter.end(), encounterType(encounter.kind()));
    }

    static String encounterType(VisitKind kind) {
        return switch (kind) {
            case INPATIENT -> "IP";
            case EMERGENCY -> "ED";
            case OUTPATIENT -> "AV";
            case OTHER -> "OT";
        };
    }

    private static String sex(Sex sex) {
        return switch (sex) {
            case MALE -> "M";
            case FEMALE -> "F";
            case UNKNOWN -> "UN";
        };
    }

    private static String race(Chart.Race race) {
        return switch (race) {
            case NATIVE_AMERICAN -> "01";
            case ASIAN -> "02";
            case BLACK -> "03";
            case PACIFIC_ISLANDER -> "04";
            case WHITE -> "05";
            case UNKNOWN -> "UN";
        };
    }
}
