package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a reference names.
 *
 * @param type the resource type; null when the reference does not say
 * @param id the resource's id; null when it is named by an identifier
 * @param identifier {@code system|value}, or the bare value; null when it is named by its id
 * @param contained whether the resource stands within the one that refers to it
 */
record Reference(String type, String id, String identifier, boolean contained) {
    private static final String BY_IDENTIFIER = "?identifier=";
    private static final String HISTORY = "/_history/";

    /** Empty when the node names nothing. */
    static Optional<Reference> of(JsonNode node) {
        String text = Json.text(node, "reference");
        if (text != null) {
            return Optional.of(written(text, Json.text(node, "type")));
        }
        return identifier(node.path("identifier"))
                .map(identifier -> new Reference(Json.text(node, "type"), null, identifier, false));
    }

    /** An Identifier as references name it: {@code system|value}, or the value when it has no system. */
    static Optional<String> identifier(JsonNode identifier) {
        String system = Json.text(identifier, "system");
        String value = Json.text(identifier, "value");
        return value == null ? Optional.empty() : Optional.of(system == null ? value : system + "|" + value);
    }

    private static Reference written(String text, String type) {
        if (text.startsWith("#")) {
            return new Reference(type, text.substring(1), null, true);
        }
        if (text.startsWith("urn:")) {
            return new Reference(type, text.substring(text.lastIndexOf(':') + 1), null, false);
        }
        int conditional = text.indexOf(BY_IDENTIFIER);
        if (conditional >= 0) {
            String value = decoded(text.substring(conditional + BY_IDENTIFIER.length()));
            return new Reference(lastPart(text.substring(0, conditional)), null, value, false);
        }
        int history = text.indexOf(HISTORY);
        String path = history < 0 ? text : text.substring(0, history);
        int slash = path.lastIndexOf('/');
        return slash < 0
                ? new Reference(type, path, null, false)
                : new Reference(lastPart(path.substring(0, slash)), path.substring(slash + 1), null, false);
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String decoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** Whether this may be a resource of a type: it is, or the reference does not say. */
    boolean mayBe(String other) {
        return type == null || type.equals(other);
    }
}
