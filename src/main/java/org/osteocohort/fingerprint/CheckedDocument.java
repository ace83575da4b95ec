package org.osteocohort.fingerprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A JSON document that is believed only when it is as it was written: its first line is the digest of all others. */
public final class CheckedDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckedDocument() {}

    /** What was written; empty when the file is absent or not as it was written. */
    public static Optional<JsonNode> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        if (end < 0 || !text.substring(0, end).equals(Digest.ofText(text.substring(end + 1)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(text.substring(end + 1)));
        } catch (JsonProcessingException ofAnotherKind) {
            return Optional.empty();
        }
    }

    /** Writes a document in place of another, in one step. */
    public static void write(Path file, JsonNode document) throws IOException {
        String text = document.toPrettyString();
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(next, Digest.ofText(text) + "\n" + text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
