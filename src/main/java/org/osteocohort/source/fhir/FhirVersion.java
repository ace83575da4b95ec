package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Recognises resources of other versions of FHIR than R4, as far as they would be misread. */
final class FhirVersion {
    private static final String DSTU2 = "DSTU2";
    private static final String STU3 = "STU3 or older";
    private static final String R5 = "R5";

    private FhirVersion() {}

    /** The name of the other version; empty when nothing speaks against R4. */
    static Optional<String> otherThanR4(String type, JsonNode resource) {
        return Optional.ofNullable(
                switch (type) {
                    case "MedicationOrder", "DiagnosticOrder", "ProcedureRequest" -> DSTU2;
                    case "MedicationUsage" -> R5;
                    case "Condition" ->
                        isText(resource, "clinicalStatus") || isText(resource, "verificationStatus") ? STU3 : null;
                    case "Encounter" -> resource.has("actualPeriod") ? R5 : null;
                    case "Procedure" ->
                        resource.has("notDone") || resource.has("notPerformed")
                                ? STU3
                                : resource.has("occurrenceDateTime") || resource.has("occurrencePeriod") ? R5 : null;
                    case "MedicationRequest", "MedicationDispense", "MedicationAdministration", "MedicationStatement" ->
                        resource.path("medication").isObject() ? R5 : null;
                    default -> null;
                });
    }

    private static boolean isText(JsonNode resource, String element) {
        return resource.path(element).isTextual();
    }
}
