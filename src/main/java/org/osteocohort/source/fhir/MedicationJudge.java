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
    static final String REFERENCE = "medicationReference";

    private final ConceptJudge judge;
    private final CodeBook book;

    MedicationJudge(CodeBook book) {
        this.judge = new ConceptJudge(book);
        this.book = book;
    }

    /** The id of the Medication resource of another line to which a drug record points, if it does. */
    static Optional<String> pointsTo(JsonNode drugRecord) {
        return drugRecord.path(CONCEPT).isObject()
                ? Optional.empty()
                : reference(drugRecord.path(REFERENCE))
                        .filter(named -> !named.contained())
                        .map(Reference::id);
    }

    /**
     * What an order, dispensing, administration or statement tells; empty when nobody can tell what drug it is.
     *
     * @param pointedTo the Medication resource of another line to which it points; null when nobody has it
     */
    Optional<Medication> ofRecord(JsonNode drugRecord, Medication pointedTo) {
        JsonNode concept = drugRecord.path(CONCEPT);
        if (concept.isObject()) {
            return told(judge.judge(EventDomain.DRUG, concept), !judge.isUnmappedDrug(concept));
        }
        JsonNode node = drugRecord.path(REFERENCE);
        Optional<Reference> contained = reference(node).filter(Reference::contained);
        if (contained.isPresent()) {
            return contained(drugRecord, contained.get().id()).flatMap(this::ofResource);
        }
        String name = Json.text(node, "display");
        boolean known = name == null || pointedTo != null && pointedTo.drug() != null;
        return known ? Optional.ofNullable(pointedTo) : told(book.drugNamed(name), true);
    }

    /** What a Medication resource tells; empty when nobody can tell what drug it is. */
    Optional<Medication> ofResource(JsonNode medication) {
        return told(drug(medication), !isUnmapped(medication));
    }

    private static Optional<Medication> told(Optional<JudgedCode> asked, boolean named) {
        return asked.isPresent() || named ? Optional.of(new Medication(asked.orElse(null))) : Optional.empty();
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
    private boolean isUnmapped(JsonNode medication) {
        return judge.isUnmappedDrug(medication.path("code"))
                && Json.list(medication, "ingredient").stream()
                        .allMatch(ingredient -> judge.isUnmappedDrug(ingredient.path("itemCodeableConcept")));
    }

    /** The drug that a Medication resource is, by its code or else by the first ingredient that matters. */
    private Optional<JudgedCode> drug(JsonNode medication) {
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
