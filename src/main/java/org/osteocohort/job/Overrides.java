package org.osteocohort.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.osteocohort.problem.Problem;
import org.osteocohort.yaml.YamlFile;

/**
 * Values from the command line, put into the tree of a job file before it is read, so that one set of rules judges
 * both.
 */
final class Overrides {
    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]*";
    private static final String INDEX = "\\[[0-9]{1,4}]";
    private static final Pattern STEP = Pattern.compile(NAME + "|" + INDEX);
    private static final Pattern KEY = Pattern.compile(NAME + "(" + INDEX + ")?(\\." + NAME + "(" + INDEX + ")?)*");

    private final String key;
    private final List<String> steps;
    private final List<Problem> problems;

    private Overrides(String key, List<Problem> problems) {
        this.key = key;
        this.steps = STEP.matcher(key).results().map(MatchResult::group).toList();
        this.problems = problems;
    }

    /**
     * Sets values by keys such as {@code study.start} or {@code extracts[0].path}. What lies on the way is made when it
     * is missing; an index may be one past the end of its list. An empty value takes the key away.
     */
    static void apply(ObjectNode tree, Map<String, String> values, List<Problem> problems) {
        values.forEach((key, value) -> {
            if (KEY.matcher(key).matches()) {
                new Overrides(key, problems).set(tree, YamlFile.value(value));
            } else {
                problems.add(new Problem(place(key), "this is no key, expected one such as extracts[0].path"));
            }
        });
    }

    private void set(ObjectNode tree, JsonNode value) {
        JsonNode place = tree;
        for (int step = 0; step < steps.size() - 1; step++) {
            JsonNode next = child(place, step);
            if (next == null || next.isNull()) {
                next = empty(tree, step + 1);
                if (!put(place, step, next)) {
                    return;
                }
            }
            place = next;
        }
        put(place, steps.size() - 1, value);
    }

    private JsonNode child(JsonNode parent, int step) {
        return isIndex(step) ? parent.get(index(step)) : parent.get(steps.get(step));
    }

    private ContainerNode<?> empty(ObjectNode tree, int nextStep) {
        return isIndex(nextStep) ? tree.arrayNode() : tree.objectNode();
    }

    /** False, and a problem added, when the parent cannot hold such a child. */
    private boolean put(JsonNode parent, int step, JsonNode child) {
        if (!isIndex(step) && parent instanceof ObjectNode mapping) {
            mapping.set(steps.get(step), child);
            return true;
        }
        if (isIndex(step) && parent instanceof ArrayNode list && index(step) < list.size()) {
            list.set(index(step), child);
            return true;
        }
        if (isIndex(step) && parent instanceof ArrayNode list && index(step) == list.size()) {
            list.add(child);
            return true;
        }
        problems.add(new Problem(place(key), "there is no place for '" + steps.get(step) + "' in the job file"));
        return false;
    }

    private boolean isIndex(int step) {
        return steps.get(step).startsWith("[");
    }

    private int index(int step) {
        String digits = steps.get(step).replace("[", "").replace("]", "");
        return Integer.parseInt(digits);
    }

    private static String place(String key) {
        return "--set " + key;
    }
}
