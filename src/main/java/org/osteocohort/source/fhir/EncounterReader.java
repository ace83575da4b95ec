package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;

/** Reads Encounter resources: visits that the rules ask for, and of every encounter when the child was seen. */
final class EncounterReader {
    static final String TYPE = "Encounter";

    private static final Set<String> NOT_HAPPENED = Set.of("planned", "cancelled", "entered-in-error");

    /** Codes of HL7's act code system, of its older table 0004, and words, in upper case. */
    private static final Map<VisitKind, Set<String>> CLASSES = Map.of(
            VisitKind.INPATIENT, Set.of("IMP", "ACUTE", "NONAC", "OBSENC", "SS", "I", "INPATIENT"),
            VisitKind.EMERGENCY, Set.of("EMER", "E", "EMERGENCY"),
            VisitKind.OUTPATIENT, Set.of("AMB", "VR", "HH", "O", "OUTPATIENT", "AMBULATORY", "VIRTUAL", "HOME"));

    private static final List<VisitKind> STRONGEST_FIRST =
            List.of(VisitKind.INPATIENT, VisitKind.EMERGENCY, VisitKind.OUTPATIENT);

    private final Set<VisitKind> wanted;

    EncounterReader(Set<VisitKind> wanted) {
        this.wanted = wanted;
    }

    void read(JsonNode encounter, String id, String patientId, Findings findings) {
        String status = Json.text(encounter, "status");
        if (status != null && NOT_HAPPENED.contains(status)) {
            return;
        }
        EventDate period = EventDate.of(encounter, List.of("period"));
        LocalDate start = period.date();
        if (start == null) {
            findings.fault(patientId, TYPE, period.column(), period.fault());
            return;
        }
        LocalDate end = period.end() == null || period.end().isBefore(start) ? start : period.end();
        findings.contact(patientId, start, end);
        VisitKind kind = kind(encounter.path("class"));
        if (wanted.contains(kind)) {
            findings.row(
                    patientId,
                    TYPE,
                    CanonicalRows.VISIT,
                    CanonicalRow.part(CanonicalRows.VISIT_TYPE)
                            .with("visit_id", id)
                            .with("kind", kind.name())
                            .with("start", start)
                            .with("end", period.end() == null ? null : end)
                            .row());
        }
    }

    /** A class is a Coding; a CodeableConcept or several of them are read as well. */
    private static VisitKind kind(JsonNode encounterClass) {
        List<String> codes = new ArrayList<>();
        if (encounterClass.isTextual()) {
            codes.add(encounterClass.asText());
        }
        encounterClass.findValues("code").forEach(code -> codes.add(code.asText()));
        return STRONGEST_FIRST.stream()
                .filter(kind -> codes.stream()
                        .anyMatch(
                                code -> CLASSES.get(kind).contains(code.strip().toUpperCase(Locale.ROOT))))
                .findFirst()
                .orElse(VisitKind.OTHER);
    }
}
