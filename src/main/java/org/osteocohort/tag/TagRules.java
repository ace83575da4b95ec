package org.osteocohort.tag;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.problem.Problem;
import org.osteocohort.yaml.YamlFile;
import org.osteocohort.yaml.YamlObject;

/**
 * The rules by which records become tags: one for each group of items, and exceptions by item.
 *
 * @param byGroup rule by reporting group, see {@link TagEngine#group}
 * @param byItem rule by item; an item without one takes that of the item above it, then of its group
 * @param labs thresholds by item
 */
public record TagRules(Map<String, TagRule> byGroup, Map<String, TagRule> byItem, Map<String, LabThreshold> labs)
        implements Serializable {
    /** The file's name beside the code sets. */
    public static final String FILE = "tag-rules.yaml";

    private static final int LONGEST = 40_000;

    public TagRules {
        byGroup = Map.copyOf(byGroup);
        byItem = Map.copyOf(byItem);
        labs = Map.copyOf(labs);
    }

    /** The rules of a code set folder; mistakes are added to the problems. */
    public static TagRules read(Path folder, List<Problem> problems) {
        YamlObject file = YamlFile.read(folder.resolve(FILE), problems);
        TagRules rules = new TagRules(rules(file, "groups"), rules(file, "items"), labs(file));
        file.done();
        return rules;
    }

    private static Map<String, TagRule> rules(YamlObject file, String key) {
        Map<String, TagRule> rules = new LinkedHashMap<>();
        file.named(key).forEach((name, rule) -> {
            rule.text("source");
            rules.put(
                    name,
                    new TagRule(
                            rule.integer("minDates", 1, 100),
                            rule.integer("daysApart", 0, LONGEST, 0),
                            rule.yesOrNo("orInpatient", false),
                            rule.has("effectDays") ? rule.integer("effectDays", 0, LONGEST) : null));
            rule.done();
        });
        return rules;
    }

    private static Map<String, LabThreshold> labs(YamlObject file) {
        Map<String, LabThreshold> labs = new LinkedHashMap<>();
        file.named("labs").forEach((item, lab) -> {
            lab.text("source");
            labs.put(
                    item,
                    new LabThreshold(
                            lab.number("below"), lab.text("unit"), lab.text("otherUnit"), lab.number("otherPerUnit")));
            lab.done();
        });
        return labs;
    }

    /** The rule of an item. */
    public TagRule rule(String group, String item) {
        for (String name = item; !name.isEmpty(); name = parent(name)) {
            TagRule rule = byItem.get(name);
            if (rule != null) {
                return rule;
            }
        }
        TagRule rule = byGroup.get(group);
        if (rule == null) {
            throw new IllegalStateException("tag-rules.yaml has no rule for the group " + group);
        }
        return rule;
    }

    private static String parent(String item) {
        int dot = item.lastIndexOf('.');
        return dot < 0 ? "" : item.substring(0, dot);
    }
}
