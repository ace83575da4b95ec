package org.osteocohort.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.osteocohort.problem.Problem;

/**
 * A mapping in a YAML file, read key by key. What is wrong is gathered, and reading goes on; a key that nobody asked
 * for is wrong as well.
 */
final class RulesNode {
    private final JsonNode node;
    private final String file;
    private final String path;
    private final List<Problem> problems;
    private final Set<String> asked = new TreeSet<>();

    private RulesNode(JsonNode node, String file, String path, List<Problem> problems) {
        this.node = node;
        this.file = file;
        this.path = path;
        this.problems = problems;
    }

    /** Reads the whole file's mapping. */
    static <T> T root(JsonNode node, String file, List<Problem> problems, Function<RulesNode, T> reading) {
        return new RulesNode(node, file, "", problems).whole(reading);
    }

    private <T> T whole(Function<RulesNode, T> reading) {
        if (!node.isObject()) {
            problem("", "expected keys with values");
        }
        T result = reading.apply(this);
        node.fieldNames().forEachRemaining(key -> {
            if (!asked.contains(key)) {
                problem(key, "unknown key, expected one of " + String.join(", ", asked));
            }
        });
        return result;
    }

    boolean has(String key) {
        asked.add(key);
        return node.hasNonNull(key);
    }

    /** The mapping under a key that may be missing. */
    <T> Optional<T> optionalObject(String key, Function<RulesNode, T> reading) {
        return has(key) ? Optional.of(child(key, node.path(key)).whole(reading)) : Optional.empty();
    }

    /** The mappings of a list, which must hold at least one. */
    <T> List<T> objects(String key, Function<RulesNode, T> reading) {
        List<T> results = new ArrayList<>();
        if (!has(key) || !node.path(key).isArray() || node.path(key).isEmpty()) {
            problem(key, "expected a list");
            return results;
        }
        int number = 0;
        for (JsonNode element : node.path(key)) {
            results.add(child(key + "[" + number++ + "]", element).whole(reading));
        }
        return results;
    }

    /** The keys of a mapping whose keys are names, for example codes; empty when it is missing. */
    List<String> names(String key) {
        List<String> names = new ArrayList<>();
        if (has(key)) {
            node.path(key).fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    /** The text under a key; empty, and a problem, when there is none. */
    String text(String key) {
        if (!has(key) || !node.path(key).isTextual() || node.path(key).asText().isBlank()) {
            problem(key, "expected a text");
            return "";
        }
        return node.path(key).asText().strip();
    }

    /** The texts of a list; empty when the key is missing. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (has(key) && !node.path(key).isArray()) {
            problem(key, "expected a list of texts");
        }
        for (JsonNode element : node.path(key)) {
            if (element.isTextual()) {
                texts.add(element.asText().strip());
            } else {
                problem(key, "expected a list of texts");
            }
        }
        return texts;
    }

    /** Whether a switch is on; off when the key is missing. */
    boolean flag(String key) {
        if (has(key) && !node.path(key).isBoolean()) {
            problem(key, "expected true or false");
        }
        return node.path(key).asBoolean(false);
    }

    /** A number above zero with its source; one, and a problem, when it is none, so that reading can go on. */
    double number(String key) {
        if (!has(key)) {
            problem(key, "missing, expected value and source");
        }
        return optionalObject(key, RulesNode::sourcedNumber).orElse(1.0);
    }

    private double sourcedNumber() {
        text("source");
        if (!has("value")
                || !node.path("value").isNumber()
                || node.path("value").asDouble() <= 0) {
            problem("value", "expected a number above zero");
            return 1.0;
        }
        return node.path("value").asDouble();
    }

    /** A whole number above zero with its source. */
    int wholeNumber(String key) {
        double number = number(key);
        if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
            problem(key, "expected a whole number");
        }
        return (int) number;
    }

    void problem(String key, String what) {
        problems.add(new Problem((file + " " + join(key)).strip(), what));
    }

    private RulesNode child(String key, JsonNode child) {
        return new RulesNode(child, file, join(key), problems);
    }

    private String join(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
