package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.vocabulary.JudgedCode;

/** Reads the resources that are events, of which only those go on that a code set row speaks for. */
final class EventReader {
    private static final Set<String> NOT_TRUE = Set.of("refuted", "entered-in-error");
    private static final String UNITY = "1";
    /** An order may be proposed or planned and never given. */
    private static final Set<String> NO_ORDER = Set.of("proposal", "plan", "option");

    private final ConceptJudge judge;
    private final MedicationJudge medications;

    EventReader(ConceptJudge judge, MedicationJudge medications) {
        this.judge = judge;
        this.medications = medications;
    }

    /** @param pointedTo the Medication resource to which a drug record points; null when there is none */
    void read(EventType type, JsonNode event, Medication pointedTo, String id, String patientId, Findings findings) {
        if (type.notHappened(Json.text(event, "status")) || isDenied(type, event)) {
            return;
        }
        // The code first: it drops nearly every resource.
        if (type.recordKind() != null) {
            Optional<Medication> told = medications.ofRecord(event, pointedTo);
            told.map(Medication::drug).ifPresent(drug -> drug(type, event, id, patientId, drug, findings));
            if (told.isEmpty()) {
                findings.unmappedDrug(type.type());
            }
            return;
        }
        judge.judge(type.domain(), event.path("code"))
                .ifPresent(code -> coded(type, event, event, id, patientId, code, findings));
        if (type == EventType.OBSERVATION) {
            List<JsonNode> components = Json.list(event, "component");
            for (int place = 0; place < components.size(); place++) {
                JsonNode component = components.get(place);
                String componentId = id + "#" + place;
                judge.judge(type.domain(), component.path("code"))
                        .ifPresent(code -> coded(type, event, component, componentId, patientId, code, findings));
            }
        }
    }

    private static boolean isDenied(EventType type, JsonNode event) {
        return switch (type) {
            case CONDITION -> {
                String verification = Json.text(event, "verificationStatus", "coding", "code");
                yield verification != null && NOT_TRUE.contains(verification);
            }
            case MEDICATION_REQUEST -> {
                String intent = Json.text(event, "intent");
                yield intent != null && NO_ORDER.contains(intent)
                        || event.path("doNotPerform").asBoolean();
            }
            case PROCEDURE, OBSERVATION, MEDICATION_DISPENSE, MEDICATION_ADMINISTRATION, MEDICATION_STATEMENT -> false;
        };
    }

    /** @param valued the event, or its component that holds the code and the value */
    private static void coded(
            EventType type,
            JsonNode event,
            JsonNode valued,
            String id,
            String patientId,
            JudgedCode code,
            Findings findings) {
        EventDate date = EventDate.of(event, type.dates());
        CanonicalRow row = common(type, event, id, code, date);
        if (type == EventType.OBSERVATION) {
            Double quantity = Json.number(valued, "valueQuantity", "value");
            row.with("value", quantity == null ? Json.number(valued, "valueInteger") : quantity)
                    .with("unit", unit(valued.path("valueQuantity")));
        }
        add(type, patientId, date, row, findings);
    }

    private static void drug(
            EventType type, JsonNode event, String id, String patientId, JudgedCode code, Findings findings) {
        EventDate date = EventDate.of(event, type.dates());
        Dosage dosage = Dosage.of(type, event);
        LocalDate end = date.end() == null ? dosage.end() : date.end();
        boolean reported = event.path("reportedBoolean").asBoolean();
        DrugRoute route = dosage.route() != null
                ? dosage.route()
                : Optional.ofNullable(code.formRoute()).orElse(DrugRoute.UNKNOWN);
        CanonicalRow row = common(type, event, id, code, date)
                .with("end_date", end == null || date.date() == null || end.isBefore(date.date()) ? null : end)
                .with("record_kind", (reported ? DrugRecordKind.REPORTED : type.recordKind()).name())
                .with("route", route.name())
                .with("days_supply", dosage.daysSupply())
                .with("quantity", dosage.quantity())
                .with(
                        "strength_milligrams",
                        dosage.milligramsPerUnit() != null ? dosage.milligramsPerUnit() : code.strengthMilligrams());
        add(type, patientId, date, row, findings);
    }

    private static CanonicalRow common(EventType type, JsonNode event, String id, JudgedCode code, EventDate date) {
        return CanonicalRow.part(CanonicalRows.EVENT_TYPE)
                .with("domain", type.domain().name())
                .with("date", date.date())
                .with("vocabulary", code.vocabulary().name())
                .with("code", code.code())
                .with("matched_by", code.matchedBy())
                .with("resolution", code.resolution().name())
                .with("visit_id", visit(event))
                .with("inpatient", false)
                .with("source_id", id);
    }

    private static void add(EventType type, String patientId, EventDate date, CanonicalRow row, Findings findings) {
        if (date.date() == null) {
            findings.fault(patientId, type.type(), date.column(), date.fault());
        } else {
            findings.row(patientId, type.type(), CanonicalRows.EVENT, row.row());
        }
    }

    /** Drug records but orders name their encounter as their context, which may also be an episode of care. */
    private static String visit(JsonNode event) {
        return Reference.of(event.path("encounter"))
                .or(() -> Reference.of(event.path("context")))
                .filter(reference -> reference.mayBe(EncounterReader.TYPE))
                .map(Reference::id)
                .orElse(null);
    }

    /** The code of UCUM before the unit as people write it, unless it says no more than that there is none. */
    private static String unit(JsonNode quantity) {
        String code = Json.text(quantity, "code");
        String unit = code == null || code.equals(UNITY) ? Json.text(quantity, "unit") : code;
        return UNITY.equals(unit) ? null : unit;
    }
}
