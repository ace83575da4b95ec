package org.osteocohort.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.osteocohort.problem.Problem;

/**
 * A mapping in a YAML file. Every question notes its key as known and its mistake, if any, as a problem; the answer to
 * a question that failed is the fallback, so that one pass finds all mistakes. End with {@link #done()}.
 */
public final class YamlObject {
    private final YamlPlace place;
    private final ObjectNode node;
    private final Set<String> known = new LinkedHashSet<>();

    public YamlObject(String file, String path, ObjectNode node, List<Problem> problems) {
        this(new YamlPlace(file, path, problems), node);
    }

    private YamlObject(YamlPlace place, ObjectNode node) {
        this.place = place;
        this.node = node;
    }

    public boolean has(String key) {
        known.add(key);
        return node.hasNonNull(key);
    }

    /** Whether a text, not a mapping or a list, stands under the key. */
    public boolean isText(String key) {
        return has(key) && node.get(key).isTextual();
    }

    public boolean isMapping(String key) {
        return has(key) && node.get(key).isObject();
    }

    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** A required text; empty after a mistake, and only then. */
    public String text(String key) {
        JsonNode value = required(key, "a text");
        return value == null ? "" : text(key, value);
    }

    /** Not every value is a text: YAML makes 8 of 010 and false of no, and a site would change its name unseen. */
    private String text(String key, JsonNode value) {
        if (value.isTextual() && !value.asText().isEmpty()) {
            return value.asText();
        }
        place.wrong(key, value, value.isNumber() || value.isBoolean() ? "a text, so put it in quotes" : "a text");
        return "";
    }

    public String text(String key, String fallback) {
        return has(key) ? text(key) : fallback;
    }

    /** A required whole number within bounds, both inclusive. */
    public int integer(String key, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        JsonNode value = required(key, expected);
        if (value != null && value.isIntegralNumber() && value.canConvertToInt()) {
            int number = value.intValue();
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrongUnlessMissing(key, value, expected);
        return least;
    }

    public int integer(String key, int least, int most, int fallback) {
        return has(key) ? integer(key, least, most) : fallback;
    }

    /** A required number; zero after a mistake. */
    public double number(String key) {
        return number(key, "a number", Double.NEGATIVE_INFINITY, 0);
    }

    /** A required number above zero; one after a mistake. */
    public double positive(String key) {
        return number(key, "a number above zero", 0, 1);
    }

    private double number(String key, String expected, double above, double fallback) {
        JsonNode value = required(key, expected);
        if (value != null && value.isNumber() && value.doubleValue() > above) {
            return value.doubleValue();
        }
        wrongUnlessMissing(key, value, expected);
        return fallback;
    }

    public boolean yesOrNo(String key, boolean fallback) {
        if (!has(key)) {
            return fallback;
        }
        JsonNode value = node.get(key);
        if (!value.isBoolean()) {
            place.wrong(key, value, "true or false");
        }
        return value.asBoolean(fallback);
    }

    /** A required day; the start of 1970 after a mistake. */
    public LocalDate date(String key) {
        String expected = "a day as yyyy-MM-dd";
        JsonNode value = required(key, expected);
        if (value != null) {
            try {
                return LocalDate.parse(value.asText());
            } catch (DateTimeParseException exception) {
                place.wrong(key, value, expected);
            }
        }
        return LocalDate.EPOCH;
    }

    /** One of an enum's constants, written in any case; the first constant after a mistake. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        JsonNode value = required(key, expected(type));
        return value == null ? type.getEnumConstants()[0] : constant(key, value, type);
    }

    public <E extends Enum<E>> E constant(String key, Class<E> type, E fallback) {
        return has(key) ? constant(key, type) : fallback;
    }

    /** A list of an enum's constants; empty when the key is absent. */
    public <E extends Enum<E>> Set<E> constants(String key, Class<E> type) {
        Set<E> constants = new LinkedHashSet<>();
        for (JsonNode value : elements(key)) {
            constants.add(constant(key, value, type));
        }
        return constants;
    }

    private <E extends Enum<E>> E constant(String key, JsonNode value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.asText())) {
                return constant;
            }
        }
        place.wrong(key, value, expected(type));
        return type.getEnumConstants()[0];
    }

    private static <E extends Enum<E>> String expected(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    /** A list of texts, empty ones after a mistake; a single text is a list of one; empty when the key is absent. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode value : elements(key)) {
            texts.add(text(YamlPlace.element(key, index++), value));
        }
        return texts;
    }

    /** Texts and whole numbers, the latter as they are written. */
    public List<String> textsOrIntegers(String key) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode value : elements(key)) {
            String element = YamlPlace.element(key, index++);
            texts.add(value.isIntegralNumber() ? value.asText() : text(element, value));
        }
        return texts;
    }

    /** A list of mappings; empty when the key is absent. */
    public List<YamlObject> objects(String key) {
        List<YamlObject> objects = new ArrayList<>();
        int index = 0;
        for (JsonNode value : elements(key)) {
            String element = YamlPlace.element(key, index++);
            if (value instanceof ObjectNode mapping) {
                objects.add(new YamlObject(place.inside(element), mapping));
            } else {
                place.wrong(element, value, "keys and values");
            }
        }
        return objects;
    }

    /**
     * A list read element by element by a reader that is given a mapping and the key under which the element stands in
     * it, so that elements of several types can be told apart.
     */
    public <T> List<T> elements(String key, BiFunction<YamlObject, String, T> reader) {
        List<T> read = new ArrayList<>();
        for (JsonNode value : elements(key)) {
            String element = YamlPlace.element(key, read.size());
            ObjectNode holder = node.objectNode();
            holder.set(element, value);
            read.add(reader.apply(new YamlObject(place, holder), element));
        }
        return read;
    }

    /** A mapping of names to mappings, in the order of the file; empty when the key is absent. */
    public Map<String, YamlObject> named(String key) {
        Map<String, YamlObject> named = new LinkedHashMap<>();
        if (has(key)) {
            YamlObject names = object(key);
            names.keys().forEach(name -> named.put(name, names.object(name)));
        }
        return named;
    }

    /** A required mapping; an empty one after a mistake. */
    public YamlObject object(String key) {
        JsonNode value = required(key, "keys and values");
        if (value instanceof ObjectNode mapping) {
            return new YamlObject(place.inside(key), mapping);
        }
        wrongUnlessMissing(key, value, "keys and values");
        return new YamlObject(place.inside(key).unheard(), node.objectNode());
    }

    /** Adds a problem of the caller's own with this key; with the empty key, with the mapping itself. */
    public void problem(String key, String expected) {
        place.wrong(key, key.isEmpty() ? node : node.get(key), expected);
    }

    /** Adds a problem of the caller's own with one element of this key's list. */
    public void problem(String key, int index, String found, String expected) {
        place.wrong(YamlPlace.element(key, index), node.textNode(found), expected);
    }

    /** Adds a problem for every key that no question asked for. */
    public void done() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                place.unknown(key, known);
            }
        }
    }

    private List<JsonNode> elements(String key) {
        List<JsonNode> elements = new ArrayList<>();
        if (has(key)) {
            JsonNode value = node.get(key);
            if (value.isArray()) {
                value.forEach(elements::add);
            } else {
                elements.add(value);
            }
        }
        return elements;
    }

    private JsonNode required(String key, String expected) {
        if (has(key)) {
            return node.get(key);
        }
        place.missing(key, expected);
        return null;
    }

    private void wrongUnlessMissing(String key, JsonNode value, String expected) {
        if (value != null) {
            place.wrong(key, value, expected);
        }
    }
}
