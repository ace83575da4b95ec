package org.osteocohort.generate.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.generate.chart.Chart;

/** Fills Patient and Encounter resources. */
final class PatientResources {
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";
    private static final String CENSUS = "urn:oid:2.16.840.1.113883.6.238";

    private PatientResources() {}

    static void patient(ObjectNode patient, long personId, Chart chart) {
        patient.put("id", String.valueOf(personId));
        ArrayNode extensions = patient.putArray("extension");
        if (chart.race() != Chart.Race.UNKNOWN) {
            category(extensions, "race", race(chart.race()));
        }
        category(extensions, "ethnicity", chart.hispanic() ? "2135-2" : "2186-5");
        patient.put("gender", gender(chart.sex()));
        patient.put("birthDate", chart.birth().toString());
        if (chart.death() != null) {
            patient.put("deceasedDateTime", chart.death().toString());
        }
    }

    private static void category(ArrayNode extensions, String name, String code) {
        ObjectNode extension = extensions.addObject().put("url", US_CORE + name);
        extension
                .putArray("extension")
                .addObject()
                .put("url", "ombCategory")
                .putObject("valueCoding")
                .put("system", CENSUS)
                .put("code", code);
    }

    private static String race(Chart.Race race) {
        return switch (race) {
            case NATIVE_AMERICAN -> "1002-5";
            case ASIAN -> "2028-9";
            case BLACK -> "2054-5";
            case PACIFIC_ISLANDER -> "2076-8";
            case WHITE -> "2106-3";
            case UNKNOWN -> throw new IllegalArgumentException("an unknown race has no code");
        };
    }

    private static String gender(Sex sex) {
        return switch (sex) {
            case FEMALE -> "female";
            case MALE -> "male";
            case UNKNOWN -> "unknown";
        };
    }

    static void encounter(ObjectNode encounter, long personId, VisitKind kind, LocalDate start, LocalDate end) {
        encounter.put("status", "finished");
        encounter
                .putObject("class")
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", encounterClass(kind));
        subject(encounter, personId);
        encounter.putObject("period").put("start", start.toString()).put("end", end.toString());
    }

    private static String encounterClass(VisitKind kind) {
        return switch (kind) {
            case INPATIENT -> "IMP";
            case EMERGENCY -> "EMER";
            case OUTPATIENT -> "AMB";
            case OTHER -> "FLD";
        };
    }

    static void subject(ObjectNode resource, long personId) {
        resource.putObject("subject").put("reference", "Patient/" + personId);
    }
}
