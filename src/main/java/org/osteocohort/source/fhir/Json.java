package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads parts of a resource of which any may be absent or of another shape than the standard says. */
final class Json {
    private Json() {}

    /** The part at the end of a path of names, of arrays on the way the first member; a missing node if none. */
    static JsonNode at(JsonNode node, String... path) {
        JsonNode part = node;
        for (String name : path) {
            part = (part.isArray() ? part.path(0) : part).path(name);
        }
        return part;
    }

    /** The text at the end of a path, without blanks around it; null when there is none. */
    static String text(JsonNode node, String... path) {
        JsonNode part = at(node, path);
        String text = part.isTextual() || part.isNumber() ? part.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }

    /** The members of an array; a single object stands for an array of one, as some servers write it. */
    static List<JsonNode> list(JsonNode node, String name) {
        JsonNode part = node.path(name);
        List<JsonNode> members = new ArrayList<>();
        if (part.isArray()) {
            part.forEach(members::add);
        } else if (part.isObject()) {
            members.add(part);
        }
        return members;
    }

    /** A number at the end of a path; null when there is none. */
    static Double number(JsonNode node, String... path) {
        JsonNode part = at(node, path);
        return part.isNumber() && Double.isFinite(part.doubleValue()) ? part.doubleValue() : null;
    }
}
