package org.osteocohort.source.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What the first resources of a file tell, read on the driver.
 *
 * @param types the resource types among them, {@link Findings#LINE} for lines of no type; empty when nobody can tell
 * @param refusal what is wrong with the file as a whole; null when nothing is
 * @param related whether the file may hold resources, one a line; the log of an export, for one, holds none
 * @param byIdentifier whether patients are named by an identifier
 */
record FileHead(Set<String> types, String refusal, boolean related, boolean byIdentifier) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Exports hold one type a file; a few resources show whether this one does. */
    private static final int RESOURCES = 20;

    private static final FileHead NOTHING = new FileHead(Set.of(), null, false, false);

    FileHead {
        types = Set.copyOf(types);
    }

    /** What {@link #text} wrote. */
    static FileHead of(String text) throws IOException {
        return JSON.readValue(text, FileHead.class);
    }

    /** As JSON, for whoever remembers it. */
    String text() throws IOException {
        return JSON.writeValueAsString(this);
    }

    /** @throws IOException when the file cannot be read; what it holds, however wrong, is no reason */
    static FileHead read(FileSystem fileSystem, Path file) throws IOException {
        try (InputStream raw = fileSystem.open(file);
                InputStream bytes = file.getName().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            try (JsonParser parser = JSON.createParser(text)) {
                return read(parser);
            }
        } catch (JsonProcessingException firstLineIsNotJson) {
            // The others may be; each line is judged by itself.
            return new FileHead(Set.of(), null, true, false);
        }
    }

    private static FileHead read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return NOTHING;
        }
        int line = parser.currentTokenLocation().getLineNr();
        ObjectNode first = JSON.createObjectNode();
        String type = resource(parser, first);
        boolean oneLine = parser.currentTokenLocation().getLineNr() == line;
        Optional<String> refusal = type == null ? Optional.empty() : refusal(type, first, oneLine);
        if (refusal.isPresent()) {
            return new FileHead(Set.of(type), refusal.get(), true, false);
        }
        Set<String> types = new TreeSet<>(Set.of(type == null ? Findings.LINE : type));
        boolean byIdentifier = new Subjects("").namesByIdentifier(first);
        try {
            for (int read = 1; read < RESOURCES && parser.nextToken() == JsonToken.START_OBJECT; read++) {
                Optional.ofNullable(resource(parser, JSON.createObjectNode())).ifPresent(types::add);
            }
        } catch (JsonProcessingException laterLineIsNotJson) {
            // It is counted when it is read.
            return new FileHead(types, null, oneLine, byIdentifier);
        }
        boolean holdsResources = types.size() > 1 || type != null;
        return new FileHead(types, null, oneLine && holdsResources, byIdentifier);
    }

    private static Optional<String> refusal(String type, ObjectNode resource, boolean oneLine) {
        if (type.equals(ResourceReader.BUNDLE)) {
            return Optional.of("the file holds a FHIR Bundle; expected a bulk export, which is one resource a line");
        }
        Optional<String> version = FhirVersion.otherThanR4(type, resource);
        if (version.isPresent()) {
            return Optional.of("the resources of type " + type + " are FHIR " + version.get() + "; expected FHIR R4");
        }
        boolean wanted = ResourceReader.reads(type) || type.equals(MedicationJudge.TYPE);
        return oneLine || !wanted
                ? Optional.empty()
                : Optional.of("a resource of type " + type
                        + " stretches over several lines; expected a bulk export, which is one resource a line");
    }

    /** Reads an object of which the start was read: its type, and its small parts into {@code kept}. */
    private static String resource(JsonParser parser, ObjectNode kept) throws IOException {
        String type = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            boolean ofInterest = type == null || ResourceReader.reads(type);
            if (name.equals(ResourceReader.RESOURCE_TYPE)) {
                type = parser.getValueAsString();
                if (ResourceReader.BUNDLE.equals(type)) {
                    return type;
                }
            } else if (name.equals("entry") || !ofInterest) {
                // A bundle's entries may be all there is of an extract.
                parser.skipChildren();
            } else {
                kept.set(name, parser.readValueAsTree());
            }
        }
        return type;
    }
}
