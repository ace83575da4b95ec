package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.drug.DrugRouteWords;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;

/** Tells which drug a medication resource or a record that points to one is about. */
final class MedicationJudge {
    static final String TYPE = "Medication";
    /** In which a drug record names the drug, as the standard writes an element of several types. */
    static final String ELEMENT = "medication[x]";

    private static final String CONCEPT = "medicationCodeableConcept";
    private static final String REFERENCE = "medicationReference";

    private final ConceptJudge judge;
    private final CodeBook book;
    private final Medications medications;

    /** @param medications of the extract, to which records may point */
    MedicationJudge(CodeBook book, Medications medications) {
        this.judge = new ConceptJudge(book);
        this.book = book;
        this.medications = medications;
    }

    /** The drug of an order, dispensing, administration or statement; empty when the study does not ask for it. */
    Optional<JudgedCode> ofRecord(JsonNode drugRecord) {
        JsonNode concept = drugRecord.path(CONCEPT);
        if (concept.isObject()) {
            return judge.judge(EventDomain.DRUG, concept);
        }
        JsonNode node = drugRecord.path(REFERENCE);
        Optional<Reference> reference = reference(node);
        if (reference.isPresent() && reference.get().contained()) {
            return contained(drugRecord, reference.get().id()).flatMap(this::ofMedication);
        }
        return reference
                .map(Reference::id)
                .map(medications::of)
                .or(() -> Optional.ofNullable(Json.text(node, "display")).flatMap(book::drugNamed));
    }

    /** Whether neither a record nor a Medication resource that it points to, if it is there, tells what drug it is. */
    boolean isUnmapped(JsonNode drugRecord) {
        JsonNode concept = drugRecord.path(CONCEPT);
        if (concept.isObject()) {
            return judge.isUnmappedDrug(concept);
        }
        JsonNode node = drugRecord.path(REFERENCE);
        Optional<Reference> reference = reference(node);
        if (reference.isPresent() && reference.get().contained()) {
            return contained(drugRecord, reference.get().id())
                    .filter(medication -> !isUnmappedMedication(medication))
                    .isEmpty();
        }
        return Json.text(node, "display") == null
                && reference.map(Reference::id).filter(medications::tells).isEmpty();
    }

    private static Optional<Reference> reference(JsonNode node) {
        return Reference.of(node).filter(named -> named.mayBe(TYPE));
    }

    private static Optional<JsonNode> contained(JsonNode drugRecord, String id) {
        return Json.list(drugRecord, "contained").stream()
                .filter(resource -> TYPE.equals(Json.text(resource, "resourceType")))
                .filter(resource -> id.equals(Json.text(resource, "id")))
                .findFirst();
    }

    /** Whether neither the code of a Medication resource nor that of any ingredient tells what drug it is. */
    boolean isUnmappedMedication(JsonNode medication) {
        return judge.isUnmappedDrug(medication.path("code"))
                && Json.list(medication, "ingredient").stream()
                        .allMatch(ingredient -> judge.isUnmappedDrug(ingredient.path("itemCodeableConcept")));
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
