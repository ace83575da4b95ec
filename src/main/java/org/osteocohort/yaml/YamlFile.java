package org.osteocohort.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osteocohort.problem.Problem;

/** Reads one YAML file whose top level is a mapping. */
public final class YamlFile {
    private static final ObjectMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private static final ObjectReader WHOLE_TEXT = MAPPER.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private YamlFile() {}

    /** The file's content; an empty mapping, and a problem added, when it cannot be read. */
    public static YamlObject read(Path file, List<Problem> problems) {
        return new YamlObject(file.toString(), "", tree(file, problems), problems);
    }

    /** The file's content as a tree, for readers that rewrite it before they ask. */
    public static ObjectNode tree(Path file, List<Problem> problems) {
        ObjectNode empty = MAPPER.createObjectNode();
        if (!Files.isRegularFile(file)) {
            problems.add(new Problem(file.toString(), "this file does not exist"));
            return empty;
        }
        try (MappingIterator<JsonNode> documents =
                MAPPER.readerFor(JsonNode.class).readValues(Files.readString(file))) {
            JsonNode first = documents.hasNextValue() ? documents.nextValue() : null;
            if (documents.hasNextValue()) {
                problems.add(
                        new Problem(file.toString(), "holds a second document after '---', which nobody would read"));
            } else if (first instanceof ObjectNode mapping) {
                return mapping;
            } else {
                problems.add(new Problem(file.toString(), "expected YAML with keys and values at the top level"));
            }
        } catch (JacksonException exception) {
            JsonLocation location = exception.getLocation();
            String line =
                    location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
            problems.add(
                    new Problem(file.toString(), "this is not well-formed YAML" + line + ": " + reason(exception)));
        } catch (IOException exception) {
            problems.add(new Problem(file.toString(), "this file cannot be read as UTF-8 text"));
        }
        return empty;
    }

    /**
     * A value as it stands in a file: a whole number, a decimal, true, false, nothing, a quoted text, or a list in
     * brackets; every other text is itself, also where a file would need quotes, as for {@code |}.
     */
    public static JsonNode value(String text) {
        boolean quoted = text.startsWith("\"") || text.startsWith("'");
        try {
            JsonNode value = WHOLE_TEXT.readTree(text);
            if (value.isMissingNode()) {
                return MAPPER.getNodeFactory().nullNode();
            }
            boolean list = text.startsWith("[") && value.isArray();
            if (list || value.isValueNode() && (quoted || !value.isTextual())) {
                return value;
            }
        } catch (JacksonException exception) {
            // Not YAML, and so a text that means itself.
        }
        return MAPPER.getNodeFactory().textNode(text);
    }

    /** The first line of the parser's message; the rest repeats the file's text. */
    private static String reason(JacksonException exception) {
        return exception.getOriginalMessage().lines().findFirst().orElse("unknown reason");
    }
}
