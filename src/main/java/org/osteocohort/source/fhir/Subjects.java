package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.Optional;

/** Whose a resource is. */
record Subjects(String site) implements Serializable {
    private static final String PATIENT = "Patient";
    /** Before the identifier of a patient whose id is not known yet; no id of FHIR holds this character. */
    private static final String BY_IDENTIFIER = "?";

    String patientId(String id) {
        return site + ":" + id;
    }

    /** The patient_id under which rows stand that name their patient by an identifier. */
    String byIdentifier(String identifier) {
        return site + ":" + BY_IDENTIFIER + identifier;
    }

    /** Whether a resource belongs to a group, a device or another one that is no patient. */
    boolean isOfAnother(JsonNode resource) {
        return reference(resource).map(subject -> !subject.mayBe(PATIENT)).orElse(false);
    }

    /** Whether a resource names its patient by an identifier. */
    boolean namesByIdentifier(JsonNode resource) {
        return reference(resource)
                .filter(subject -> subject.mayBe(PATIENT) && subject.identifier() != null)
                .isPresent();
    }

    /** The patient of a resource; empty when it names none. */
    Optional<String> patientOf(JsonNode resource) {
        return reference(resource)
                .filter(subject -> subject.mayBe(PATIENT) && !subject.contained())
                .map(subject -> subject.id() == null ? byIdentifier(subject.identifier()) : patientId(subject.id()));
    }

    private static Optional<Reference> reference(JsonNode resource) {
        return Reference.of(resource.path("subject")).or(() -> Reference.of(resource.path("patient")));
    }
}
