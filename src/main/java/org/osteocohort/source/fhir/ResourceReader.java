package org.osteocohort.source.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.FaultRule;
import org.osteocohort.source.vocabulary.CodeBook;

/** Reads a line: finds out which resource it is, and whose, and hands it to the reader of its type. */
final class ResourceReader {
    static final String RESOURCE_TYPE = "resourceType";
    static final String BUNDLE = "Bundle";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Subjects subjects;
    private final PatientReader patients;
    private final EncounterReader encounters;
    private final EventReader events;

    /** @param medications of the extract, to which records may point */
    ResourceReader(Subjects subjects, CodeBook book, Medications medications, Set<VisitKind> visitKinds) {
        this.subjects = subjects;
        this.patients = new PatientReader(subjects);
        this.encounters = new EncounterReader(visitKinds);
        this.events = new EventReader(new ConceptJudge(book), new MedicationJudge(book, medications));
    }

    /** Whether resources of a type are read at all; of all others no more than the type is looked at. */
    static boolean reads(String type) {
        return switch (type) {
            case PatientReader.TYPE, EncounterReader.TYPE, BUNDLE, "MedicationOrder", "MedicationUsage" -> true;
            default -> EventType.named(type).isPresent();
        };
    }

    /** A line is a resource; a blank one is nothing. */
    void read(String line, Findings findings) {
        String json = line.isEmpty() || line.charAt(0) != BYTE_ORDER_MARK ? line : line.substring(1);
        if (json.isBlank()) {
            return;
        }
        try {
            String first = firstType(json);
            if (first == null || reads(first)) {
                readResource(JSON.readTree(json), findings);
            }
        } catch (JsonProcessingException notJson) {
            // What the parser says quotes the line.
            findings.fault(null, Findings.LINE, null, FaultRule.MALFORMED);
        }
    }

    /** Only resources of one type, for a pass that looks something up; anything else is left to the main one. */
    static Optional<JsonNode> resource(String line, String type) {
        String json = line.isEmpty() || line.charAt(0) != BYTE_ORDER_MARK ? line : line.substring(1);
        try {
            String first = json.isBlank() ? "" : firstType(json);
            if (first == null || first.equals(type)) {
                return Optional.of(JSON.readTree(json)).filter(node -> type.equals(Json.text(node, RESOURCE_TYPE)));
            }
        } catch (JsonProcessingException notJson) {
            // The main pass counts it.
        }
        return Optional.empty();
    }

    /** The type when the line begins with it, as nearly all do; the rest of most lines need not be looked at then. */
    private static String firstType(String json) throws JsonProcessingException {
        try (JsonParser parser = JSON.createParser(json)) {
            boolean first = parser.nextToken() == JsonToken.START_OBJECT
                    && RESOURCE_TYPE.equals(parser.nextFieldName())
                    && parser.nextToken() == JsonToken.VALUE_STRING;
            return first ? parser.getText() : null;
        } catch (JsonProcessingException notJson) {
            throw notJson;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void readResource(JsonNode resource, Findings findings) {
        String type = Json.text(resource, RESOURCE_TYPE);
        if (type == null) {
            findings.fault(null, Findings.LINE, RESOURCE_TYPE, FaultRule.MISSING);
        } else if (type.equals(BUNDLE)
                || FhirVersion.otherThanR4(type, resource).isPresent()) {
            findings.fault(null, type, null, FaultRule.OTHER_VERSION);
        } else if (reads(type) && !subjects.isOfAnother(resource)) {
            readWithId(type, resource, findings);
        }
    }

    private void readWithId(String type, JsonNode resource, Findings findings) {
        String id = Json.text(resource, "id");
        if (id == null) {
            findings.fault(null, type, "id", FaultRule.MISSING);
            return;
        }
        if (type.equals(PatientReader.TYPE)) {
            patients.read(resource, id, findings);
            return;
        }
        Optional<String> patientId = subjects.patientOf(resource);
        if (patientId.isEmpty()) {
            findings.fault(null, type, "subject", FaultRule.MISSING);
        } else if (type.equals(EncounterReader.TYPE)) {
            encounters.read(resource, id, patientId.get(), findings);
        } else {
            EventType event = EventType.named(type).orElseThrow();
            events.read(event, resource, id, patientId.get(), findings);
        }
    }
}
