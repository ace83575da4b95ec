package org.osteocohort.exposure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.exposure.DrugClass.ChronicUseRule;
import org.osteocohort.exposure.DrugClass.RepeatedCoursesRule;
import org.osteocohort.exposure.DrugClass.ReplacementRule;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.yaml.YamlFile;
import org.osteocohort.yaml.YamlObject;

/** Reads drug rules from YAML, with all mistakes gathered. */
final class DrugRulesReader {
    private static final int LONGEST = 40_000;

    private final Set<String> itemsOfAllClasses = new HashSet<>();

    private DrugRulesReader() {}

    static DrugRules read(Path file) {
        List<Problem> problems = new ArrayList<>();
        YamlObject rules = YamlFile.read(file, problems);
        // Nothing could be read: that every key is missing would be told besides.
        refuseIfAny(problems);
        DrugRules read = new DrugRulesReader().rules(rules);
        refuseIfAny(problems);
        return read;
    }

    private static void refuseIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadJobException(problems);
        }
    }

    private DrugRules rules(YamlObject node) {
        DrugRules rules = new DrugRules(
                wholeNumber(node, "leastDaysSupply"),
                wholeNumber(node, "mostDaysSupply"),
                wholeNumber(node, "longestRecordDays"),
                wholeNumber(node, "weightWindowDays"),
                some(node, "classes", "at least one class", node.objects("classes")).stream()
                        .map(this::drugClass)
                        .toList());
        node.done();
        return rules;
    }

    private DrugClass drugClass(YamlObject node) {
        List<DrugIngredient> ingredients = ingredients(node);
        Set<String> names = new LinkedHashSet<>();
        ingredients.forEach(ingredient -> names.add(ingredient.name()));
        DrugClass drugClass = new DrugClass(
                node.text("name"),
                items(node),
                wholeNumber(node, "gapDays"),
                node.has("chronicUse") ? chronicUse(node.object("chronicUse")) : null,
                node.has("repeatedCourses") ? repeatedCourses(node.object("repeatedCourses")) : null,
                node.has("replacement") ? replacement(node.object("replacement"), names) : null,
                known(node, "notAnExposure", names),
                node.yesOrNo("oneItemPerRecord", false),
                ingredients);
        node.done();
        return drugClass;
    }

    private List<String> items(YamlObject node) {
        List<String> items = some(node, "items", "at least one item", node.texts("items"));
        for (int position = 0; position < items.size(); position++) {
            if (!itemsOfAllClasses.add(items.get(position))) {
                node.problem("items", position, items.get(position), "an item of no other class");
            }
        }
        return items;
    }

    private static ChronicUseRule chronicUse(YamlObject node) {
        int suppliedDays = wholeNumber(node, "suppliedDays");
        int windowDays = wholeNumber(node, "windowDays");
        if (suppliedDays > windowDays) {
            node.object("suppliedDays").problem("value", "no more days than the window has");
        }
        ChronicUseRule rule = new ChronicUseRule(suppliedDays, windowDays, node.yesOrNo("countBridgedDays", false));
        node.done();
        return rule;
    }

    private static RepeatedCoursesRule repeatedCourses(YamlObject node) {
        Set<DrugRoute> routes = node.constants("routes", DrugRoute.class);
        if (routes.isEmpty()) {
            node.problem("routes", "at least one route");
        }
        RepeatedCoursesRule rule = new RepeatedCoursesRule(wholeNumber(node, "courses"), routes);
        node.done();
        return rule;
    }

    private static ReplacementRule replacement(YamlObject node, Set<String> names) {
        node.text("source");
        ReplacementRule rule = new ReplacementRule(known(node, "ingredients", names), codes(node, "diagnoses"));
        node.done();
        return rule;
    }

    /** Names of ingredients that the class knows. */
    private static Set<String> known(YamlObject node, String key, Set<String> names) {
        List<String> texts = node.texts(key);
        for (int position = 0; position < texts.size(); position++) {
            if (!names.contains(texts.get(position))) {
                node.problem(key, position, texts.get(position), "the name of an ingredient of the class");
            }
        }
        return new LinkedHashSet<>(texts);
    }

    private static List<DrugIngredient> ingredients(YamlObject node) {
        Set<String> names = new HashSet<>();
        Set<CodeKey> codes = new HashSet<>();
        List<DrugIngredient> ingredients = new ArrayList<>();
        for (YamlObject one : some(node, "ingredients", "at least one ingredient", node.objects("ingredients"))) {
            DrugIngredient ingredient = ingredient(one);
            if (!names.add(ingredient.name())) {
                one.problem("name", "a name that stands once in its class");
            }
            if (!ingredient.codes().stream().allMatch(codes::add)) {
                one.problem("codes", "codes that stand once in their class");
            }
            ingredients.add(ingredient);
        }
        return ingredients;
    }

    private static DrugIngredient ingredient(YamlObject node) {
        List<CodeKey> codes = some(node, "codes", "at least one code", codes(node, "codes"));
        DrugIngredient ingredient = new DrugIngredient(
                node.text("name"),
                codes,
                node.has("gapDays") ? wholeNumber(node, "gapDays") : null,
                node.has("effectWindowDays") ? wholeNumber(node, "effectWindowDays") : null,
                node.has("milligramsEqualToPrednisone5")
                        ? milligrams(node.object("milligramsEqualToPrednisone5"))
                        : null,
                node.yesOrNo("enzymeInducer", false),
                billedMilligrams(node, codes));
        node.done();
        return ingredient;
    }

    private static Map<CodeKey, Double> billedMilligrams(YamlObject node, List<CodeKey> codes) {
        Map<CodeKey, Double> amounts = new LinkedHashMap<>();
        node.named("billedMilligrams").forEach((name, amount) -> {
            Optional<CodeKey> code = code(name).filter(codes::contains);
            if (code.isEmpty()) {
                amount.problem("", "one of the ingredient's codes");
            }
            double milligrams = milligrams(amount);
            code.ifPresent(key -> amounts.put(key, milligrams));
        });
        return amounts;
    }

    /** A whole number above zero with its source. */
    private static int wholeNumber(YamlObject node, String key) {
        YamlObject number = node.object(key);
        number.text("source");
        int value = number.integer("value", 1, LONGEST);
        number.done();
        return value;
    }

    /** A number of milligrams with its source. */
    private static double milligrams(YamlObject number) {
        number.text("source");
        double value = number.positive("value");
        number.done();
        return value;
    }

    private static List<CodeKey> codes(YamlObject node, String key) {
        List<CodeKey> codes = new ArrayList<>();
        List<String> texts = node.texts(key);
        for (int position = 0; position < texts.size(); position++) {
            Optional<CodeKey> code = code(texts.get(position));
            code.ifPresent(codes::add);
            if (code.isEmpty()) {
                node.problem(key, position, texts.get(position), "a code with its vocabulary, for example RXNORM 8640");
            }
        }
        return codes;
    }

    /** A code written with its vocabulary before it, for example {@code RXNORM 8640}. */
    private static Optional<CodeKey> code(String text) {
        String[] parts = text.split("\\s+", 2);
        return parts.length < 2
                ? Optional.empty()
                : Vocabulary.named(parts[0]).map(vocabulary -> new CodeKey(vocabulary, parts[1]));
    }

    /** The values of a list that must not be empty. */
    private static <T> List<T> some(YamlObject node, String key, String expected, List<T> values) {
        if (values.isEmpty()) {
            node.problem(key, expected);
        }
        return values;
    }
}
