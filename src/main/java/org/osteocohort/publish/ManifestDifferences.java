package org.osteocohort.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tells by their manifests in what two runs differ that decides their numbers. */
final class ManifestDifferences {
    private static final Map<String, Function<JsonNode, Object>> PARTS = parts();

    private ManifestDifferences() {}

    private static Map<String, Function<JsonNode, Object>> parts() {
        Map<String, Function<JsonNode, Object>> parts = new LinkedHashMap<>();
        parts.put("data", ManifestDifferences::data);
        parts.put("code_sets", manifest -> manifest.path("code_set_digest"));
        parts.put("rules", manifest -> manifest.path("rules_digest"));
        parts.put("phenotypes", manifest -> manifest.path("phenotypes"));
        parts.put("engine", manifest -> manifest.path("engine"));
        parts.put("job", manifest -> manifest.path("job"));
        return parts;
    }

    static List<String> between(JsonNode earlier, JsonNode later) {
        List<String> differences = new ArrayList<>();
        PARTS.forEach((name, part) -> {
            if (!part.apply(earlier).equals(part.apply(later))) {
                differences.add(name);
            }
        });
        return differences;
    }

    /** The content of every file of the inputs, wherever the folder stands and whenever it was written. */
    private static Object data(JsonNode manifest) {
        List<List<Object>> files = new ArrayList<>();
        for (JsonNode input : manifest.path("inputs")) {
            files.add(List.of(input.path("site"), input.path("format"), input.path("isolated")));
            for (JsonNode file : input.path("files")) {
                files.add(List.of(file.path("path"), file.path("fingerprint_method"), file.path("fingerprint")));
            }
        }
        return files;
    }
}
