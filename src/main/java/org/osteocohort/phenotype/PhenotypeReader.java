package org.osteocohort.phenotype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.fracture.FractureRules;
import org.osteocohort.problem.PlainName;
import org.osteocohort.problem.Problem;
import org.osteocohort.yaml.YamlFile;
import org.osteocohort.yaml.YamlObject;

/**
 * Reads a definition file. A scalar {@code $name} anywhere in it stands for the setting of that name, so every
 * threshold is written once, with its source beside it.
 */
public final class PhenotypeReader {
    private final Path file;
    private final List<Problem> problems;
    private final int earlierProblems;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final List<Setting> settings = new ArrayList<>();

    private PhenotypeReader(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.earlierProblems = problems.size();
    }

    /** The definition in a file; its mistakes are added to the problems. */
    public static Phenotype read(Path file, List<Problem> problems) {
        return new PhenotypeReader(file, problems).read();
    }

    private Phenotype read() {
        ObjectNode tree = YamlFile.tree(file, problems);
        readSettings(tree);
        YamlObject definition = new YamlObject(file.toString(), "", (ObjectNode) replaced(tree), problems);
        definition.has("settings");
        String name = definition.text("name");
        if (!name.isEmpty() && !PlainName.isPlain(name)) {
            definition.problem("name", PlainName.EXPECTED);
        }
        String title = definition.text("title");
        String source = definition.text("source");
        Map<String, Integer> own =
                definition.has("fractureRules") ? FractureRules.own(definition.object("fractureRules")) : Map.of();
        CriterionReader criteria = new CriterionReader(definition.named("criteria"));
        List<ClassRule> classes = new ArrayList<>();
        definition.objects("classes").forEach(rule -> classes.add(classRule(rule, criteria)));
        if (classes.isEmpty()) {
            definition.problem("classes", "at least one class with path and when");
        }
        Map<String, Criterion> flags = new LinkedHashMap<>();
        definition.named("flags").forEach((flag, rule) -> {
            if (!PlainName.isPlain(flag)) {
                problems.add(new Problem(
                        file.toString(), "the flag is named '" + flag + "', expected " + PlainName.EXPECTED));
            }
            flags.put(flag, criteria.criterion(rule, "when"));
            rule.done();
        });
        criteria.reportUnused();
        definition.done();
        return new Phenotype(name, title, source, settings, own, classes, flags);
    }

    private ClassRule classRule(YamlObject rule, CriterionReader criteria) {
        CaseClass caseClass = rule.constant("class", CaseClass.class);
        String path = rule.text("path");
        Criterion when = criteria.criterion(rule, "when");
        // After a mistake a criterion stands there that never holds, so that its negation would.
        if (problems.size() == earlierProblems && when.holdsWithoutRecords()) {
            rule.problem("when", "a condition that something on record must meet, so that the class has a first day");
        }
        rule.done();
        return new ClassRule(caseClass, path, when);
    }

    private void readSettings(ObjectNode tree) {
        YamlObject raw = new YamlObject(file.toString(), "", tree, problems);
        raw.named("settings").forEach((name, setting) -> {
            if (setting.has("value")) {
                JsonNode value = tree.get("settings").get(name).get("value");
                values.put(name, value);
                settings.add(new Setting(name, plain(value), setting.text("unit", ""), setting.text("source")));
            } else {
                setting.problem("value", "the setting's value");
            }
            setting.done();
        });
    }

    private static String plain(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.asText()));
        return String.join(", ", texts);
    }

    /** The tree with every {@code $name} replaced by the value of that setting. */
    private JsonNode replaced(JsonNode node) {
        if (node.isTextual() && node.asText().startsWith("$")) {
            JsonNode value = values.get(node.asText().substring(1));
            if (value == null) {
                problems.add(new Problem(file.toString(), node.asText() + " names no setting of this file"));
                return node;
            }
            return value;
        }
        if (node instanceof ObjectNode mapping) {
            ObjectNode copy = mapping.objectNode();
            mapping.properties().forEach(entry -> copy.set(entry.getKey(), replaced(entry.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            list.forEach(element -> copy.add(replaced(element)));
            return copy;
        }
        return node;
    }
}
