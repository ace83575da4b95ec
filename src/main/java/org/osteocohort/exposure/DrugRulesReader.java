package org.osteocohort.exposure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.exposure.DrugClass.ChronicUseRule;
import org.osteocohort.exposure.DrugClass.RepeatedCoursesRule;
import org.osteocohort.exposure.DrugClass.ReplacementRule;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;

/** Reads drug rules from YAML, with all mistakes gathered. */
final class DrugRulesReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private DrugRulesReader() {}

    static DrugRules read(Path file) {
        List<Problem> problems = new ArrayList<>();
        DrugRules rules = RulesNode.root(tree(file), file.toString(), problems, DrugRulesReader::rules);
        if (!problems.isEmpty()) {
            throw new BadJobException(problems);
        }
        return rules;
    }

    private static JsonNode tree(Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return YAML.readTree(text);
        } catch (JsonProcessingException exception) {
            int line = exception.getLocation() == null
                    ? 1
                    : exception.getLocation().getLineNr();
            Problem problem = new Problem(file + " line " + line, "the file is not YAML, or a key stands twice");
            throw new BadJobException(List.of(problem));
        } catch (IOException exception) {
            throw new BadJobException(List.of(new Problem(file.toString(), "the file cannot be read")));
        }
    }

    private static DrugRules rules(RulesNode node) {
        DrugRules rules = new DrugRules(
                node.wholeNumber("leastDaysSupply"),
                node.wholeNumber("mostDaysSupply"),
                node.wholeNumber("longestRecordDays"),
                node.wholeNumber("weightWindowDays"),
                node.objects("classes", DrugRulesReader::drugClass));
        Set<String> items = new HashSet<>();
        rules.classes().stream()
                .flatMap(drugClass -> drugClass.items().stream())
                .filter(item -> !items.add(item))
                .forEach(item -> node.problem("classes", "the item " + item + " stands in two classes"));
        return rules;
    }

    private static DrugClass drugClass(RulesNode node) {
        List<String> items = node.texts("items");
        if (items.isEmpty()) {
            node.problem("items", "expected at least one item");
        }
        List<DrugIngredient> ingredients = node.objects("ingredients", DrugRulesReader::ingredient);
        Set<String> names = uniqueNames(node, ingredients);
        uniqueCodes(node, ingredients);
        return new DrugClass(
                node.text("name"),
                items,
                node.wholeNumber("gapDays"),
                node.optionalObject("chronicUse", DrugRulesReader::chronicUse).orElse(null),
                node.optionalObject("repeatedCourses", DrugRulesReader::repeatedCourses)
                        .orElse(null),
                node.optionalObject("replacement", replacement -> replacement(replacement, names))
                        .orElse(null),
                known(node, "notAnExposure", names),
                node.flag("oneItemPerRecord"),
                ingredients);
    }

    private static Set<String> uniqueNames(RulesNode node, List<DrugIngredient> ingredients) {
        Set<String> names = new TreeSet<>();
        for (DrugIngredient ingredient : ingredients) {
            if (!names.add(ingredient.name())) {
                node.problem("ingredients", ingredient.name() + " stands twice");
            }
        }
        return names;
    }

    private static void uniqueCodes(RulesNode node, List<DrugIngredient> ingredients) {
        Set<CodeKey> codes = new HashSet<>();
        for (DrugIngredient ingredient : ingredients) {
            for (CodeKey code : ingredient.codes()) {
                if (!codes.add(code)) {
                    node.problem("ingredients", "the code " + code + " stands twice");
                }
            }
        }
    }

    private static ChronicUseRule chronicUse(RulesNode node) {
        int suppliedDays = node.wholeNumber("suppliedDays");
        int windowDays = node.wholeNumber("windowDays");
        if (suppliedDays > windowDays) {
            node.problem("suppliedDays", "more days than the window has");
        }
        return new ChronicUseRule(suppliedDays, windowDays, node.flag("countBridgedDays"));
    }

    private static RepeatedCoursesRule repeatedCourses(RulesNode node) {
        Set<DrugRoute> routes = EnumSet.noneOf(DrugRoute.class);
        for (String name : node.texts("routes")) {
            Optional<DrugRoute> route = List.of(DrugRoute.values()).stream()
                    .filter(candidate -> candidate.name().equalsIgnoreCase(name))
                    .findFirst();
            route.ifPresentOrElse(
                    routes::add,
                    () -> node.problem("routes", "'" + name + "' is none of " + List.of(DrugRoute.values())));
        }
        if (routes.isEmpty()) {
            node.problem("routes", "expected at least one route");
        }
        return new RepeatedCoursesRule(node.wholeNumber("courses"), routes);
    }

    private static ReplacementRule replacement(RulesNode node, Set<String> names) {
        node.text("source");
        return new ReplacementRule(known(node, "ingredients", names), codes(node, "diagnoses"));
    }

    /** Names of ingredients that the class knows. */
    private static Set<String> known(RulesNode node, String key, Set<String> names) {
        List<String> texts = node.texts(key);
        texts.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> node.problem(key, "the class has no ingredient " + name));
        return Set.copyOf(texts);
    }

    private static DrugIngredient ingredient(RulesNode node) {
        List<CodeKey> codes = codes(node, "codes");
        if (codes.isEmpty()) {
            node.problem("codes", "expected at least one code");
        }
        return new DrugIngredient(
                node.text("name"),
                codes,
                node.has("gapDays") ? node.wholeNumber("gapDays") : null,
                node.has("effectWindowDays") ? node.wholeNumber("effectWindowDays") : null,
                node.has("milligramsEqualToPrednisone5") ? node.number("milligramsEqualToPrednisone5") : null,
                node.flag("enzymeInducer"),
                billedMilligrams(node, codes));
    }

    private static Map<CodeKey, Double> billedMilligrams(RulesNode node, List<CodeKey> codes) {
        Map<CodeKey, Double> amounts = new LinkedHashMap<>();
        List<String> names = node.names("billedMilligrams");
        node.optionalObject("billedMilligrams", billed -> {
            for (String name : names) {
                double milligrams = billed.number(name);
                code(billed, name, name).ifPresent(code -> amounts.put(code, milligrams));
            }
            return amounts;
        });
        amounts.keySet().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> node.problem("billedMilligrams", code + " is none of the ingredient's codes"));
        return amounts;
    }

    private static List<CodeKey> codes(RulesNode node, String key) {
        return node.texts(key).stream()
                .flatMap(text -> code(node, key, text).stream())
                .toList();
    }

    /** A code written with its vocabulary before it, for example {@code RXNORM 8640}. */
    private static Optional<CodeKey> code(RulesNode node, String key, String text) {
        String[] parts = text.split("\\s+", 2);
        Optional<Vocabulary> vocabulary = Vocabulary.named(parts[0]);
        if (vocabulary.isEmpty() || parts.length < 2) {
            node.problem(key, "'" + text + "' is no code with its vocabulary, expected for example RXNORM 8640");
            return Optional.empty();
        }
        return Optional.of(new CodeKey(vocabulary.get(), parts[1]));
    }
}
