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
import java.util.function.Predicate;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.FaultRule;
import org.osteocohort.source.files.TextLine;
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

    ResourceReader(Subjects subjects, CodeBook book, Set<VisitKind> visitKinds) {
        this.subjects = subjects;
        this.patients = new PatientReader(subjects);
        this.encounters = new EncounterReader(visitKinds);
        this.events = new EventReader(new ConceptJudge(book), new MedicationJudge(book));
    }

    /** Whether resources of a type are read at all; of all others no more than the type is looked at. */
    static boolean reads(String type) {
        return switch (type) {
            case PatientReader.TYPE, EncounterReader.TYPE, BUNDLE, "MedicationOrder", "MedicationUsage" -> true;
            default -> EventType.named(type).isPresent();
        };
    }

    /** A line is a resource; a blank one is nothing. */
    void read(ResourceLine line, Findings findings) {
        String json = json(line.line());
        if (json.isBlank()) {
            return;
        }
        try {
            String first = firstType(json);
            if (first == null || reads(first)) {
                readResource(JSON.readTree(json), line.medication(), findings);
            }
        } catch (JsonProcessingException notJson) {
            // What the parser says quotes the line.
            findings.fault(null, Findings.LINE, null, FaultRule.MALFORMED);
        }
    }

    private static String json(TextLine line) {
        String text = line.text();
        return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
    }

    /** Only resources of some types, for a pass that looks something up; anything else is left to the main one. */
    static Optional<JsonNode> resource(TextLine line, Predicate<String> types) {
        String json = json(line);
        try {
            String first = json.isBlank() ? "" : firstType(json);
            if (first == null || types.test(first)) {
                return Optional.of(JSON.readTree(json)).filter(node -> {
                    String type = Json.text(node, RESOURCE_TYPE);
                    return type != null && types.test(type);
                });
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

    private void readResource(JsonNode resource, Medication pointedTo, Findings findings) {
        String type = Json.text(resource, RESOURCE_TYPE);
        if (type == null) {
            findings.fault(null, Findings.LINE, RESOURCE_TYPE, FaultRule.MISSING);
        } else if (type.equals(BUNDLE)
                || FhirVersion.otherThanR4(type, resource).isPresent()) {
            findings.fault(null, type, null, FaultRule.OTHER_VERSION);
        } else if (reads(type) && !subjects.isOfAnother(resource)) {
            readWithId(type, resource, pointedTo, findings);
        }
    }

    private void readWithId(String type, JsonNode resource, Medication pointedTo, Findings findings) {
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
            events.read(event, resource, pointedTo, id, patientId.get(), findings);
        }
    }
}
