package org.osteocohort.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osteocohort.problem.Problem;

/**
 * Where a mapping stands, and who hears of the mistakes in it.
 *
 * @param path of keys from the file's outermost mapping; empty for that itself
 * @param problems to which mistakes are added
 */
record YamlPlace(String file, String path, List<Problem> problems) {
    /** Counted from zero, as in the keys that the command line overrides. */
    static String element(String key, int index) {
        return key + "[" + index + "]";
    }

    /** The place of what stands under a key. */
    YamlPlace inside(String key) {
        return new YamlPlace(file, full(key), problems);
    }

    /** The same place, of whose mistakes nobody hears, since they follow from one that was told. */
    YamlPlace unheard() {
        return new YamlPlace(file, path, new ArrayList<>());
    }

    void missing(String key, String expected) {
        add("key '" + full(key) + "' is missing, expected " + expected);
    }

    /** @param value what was found; null when nothing was */
    void wrong(String key, JsonNode value, String expected) {
        String found = value == null ? "missing" : "'" + (value.isValueNode() ? value.asText() : value) + "'";
        add("key '" + full(key) + "' is " + found + ", expected " + expected);
    }

    /** @param known the keys that there are */
    void unknown(String key, Collection<String> known) {
        String hint = NearestName.to(key, known)
                .map(name -> " (did you mean '" + name + "'?)")
                .orElse("");
        add("unknown key '" + full(key) + "'" + hint + ", expected one of " + String.join(", ", known));
    }

    private void add(String what) {
        problems.add(new Problem(file, what));
    }

    private String full(String key) {
        if (key.isEmpty()) {
            return path;
        }
        return path.isEmpty() ? key : path + "." + key;
    }
}
