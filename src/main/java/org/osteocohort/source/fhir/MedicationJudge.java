package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.drug.DrugRouteWords;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;

/** Tells which drug a medication resource or a record that points to one is about. */
final class MedicationJudge {
    static final String TYPE = "Medication";

    private final ConceptJudge judge;
    private final CodeBook book;
    private final Map<String, JudgedCode> medications;

    /** @param medications the Medication resources of the extract that matter, by id */
    MedicationJudge(CodeBook book, Map<String, JudgedCode> medications) {
        this.judge = new ConceptJudge(book);
        this.book = book;
        this.medications = medications;
    }

    /** The drug of an order, dispensing, administration or statement; empty when the study does not ask for it. */
    Optional<JudgedCode> ofRecord(JsonNode drugRecord) {
        JsonNode concept = drugRecord.path("medicationCodeableConcept");
        if (concept.isObject()) {
            return judge.judge(EventDomain.DRUG, concept);
        }
        JsonNode node = drugRecord.path("medicationReference");
        Optional<Reference> reference = Reference.of(node).filter(named -> named.mayBe(TYPE));
        if (reference.isPresent() && reference.get().contained()) {
            return contained(drugRecord, reference.get().id());
        }
        return reference
                .map(Reference::id)
                .map(medications::get)
                .or(() -> Optional.ofNullable(Json.text(node, "display")).flatMap(book::drugNamed));
    }

    private Optional<JudgedCode> contained(JsonNode drugRecord, String id) {
        return Json.list(drugRecord, "contained").stream()
                .filter(resource -> TYPE.equals(Json.text(resource, "resourceType")))
                .filter(resource -> id.equals(Json.text(resource, "id")))
                .findFirst()
                .flatMap(this::ofMedication);
    }

    /** The drug that a Medication resource is, by its code or else by the first ingredient that matters. */
    Optional<JudgedCode> ofMedication(JsonNode medication) {
        Optional<JudgedCode> judged = judge.judge(EventDomain.DRUG, medication.path("code"))
                .or(() -> Json.list(medication, "ingredient").stream()
                        .flatMap(ingredient ->
                                judge.judge(EventDomain.DRUG, ingredient.path("itemCodeableConcept")).stream())
                        .findFirst());
        return judged.map(code -> code.formRoute() != null ? code : withForm(code, formRoute(medication)));
    }

    private static DrugRoute formRoute(JsonNode medication) {
        JsonNode form = medication.path("form");
        return DrugRouteWords.doseForm(Json.text(form, "text"))
                .or(() -> DrugRouteWords.doseForm(Json.text(form, "coding", "display")))
                .orElse(null);
    }

    private static JudgedCode withForm(JudgedCode code, DrugRoute form) {
        return new JudgedCode(
                code.vocabulary(), code.code(), code.matchedBy(), code.resolution(), form, code.strengthMilligrams());
    }
}
