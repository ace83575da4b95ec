package org.osteocohort.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osteocohort.fingerprint.Digest;

/** Compares a run with its manifest, byte by byte and row by row. */
final class RunVerification {
    private final OutputStore store;
    private final String run;
    private final List<String> problems = new ArrayList<>();

    RunVerification(OutputStore store, String run) {
        this.store = store;
        this.run = run;
    }

    List<String> problems() throws IOException {
        Set<String> there = new HashSet<>();
        for (String file : store.files(run)) {
            there.add(file.substring(run.length() + 1));
        }
        if (!there.remove(RunFolder.MANIFEST)) {
            problems.add(RunFolder.MANIFEST + " is missing: the run is not complete");
            return problems;
        }
        String text = text(RunFolder.MANIFEST);
        boolean signed = there.remove(RunFolder.MANIFEST_DIGEST);
        if (!signed || !text(RunFolder.MANIFEST_DIGEST).equals(digestLine(text))) {
            problems.add(RunFolder.MANIFEST + " is not what was written, or " + RunFolder.MANIFEST_DIGEST + " is not");
        }
        for (JsonNode listed : files(text)) {
            compare(listed, there);
        }
        there.stream().sorted().forEach(extra -> problems.add(extra + " is not in the manifest"));
        return problems;
    }

    /** What stands in the file beside the manifest; as {@code sha256sum} writes it. */
    static String digestLine(String manifest) {
        return Digest.ofText(manifest) + "  " + RunFolder.MANIFEST + "\n";
    }

    private String text(String file) throws IOException {
        try (InputStream input = store.open(run + "/" + file)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private JsonNode files(String manifest) {
        ObjectMapper json = new ObjectMapper();
        try {
            return json.readTree(manifest).path("files");
        } catch (JsonProcessingException exception) {
            problems.add(RunFolder.MANIFEST + " cannot be read");
            return json.createArrayNode();
        }
    }

    private void compare(JsonNode listed, Set<String> there) {
        String path = listed.path("path").asText();
        if (!there.remove(path)) {
            problems.add(path + " is missing");
            return;
        }
        try {
            StagedFile found = StagedFile.read(store, run, path);
            if (!found.sha256().equals(listed.path("sha256").asText())
                    || found.bytes() != listed.path("bytes").asLong()) {
                problems.add(path + " is not what was written: its content has changed");
            }
            boolean sameRows = found.rows() == null
                    ? listed.path("rows").isNull()
                    : listed.path("rows").isNumber() && listed.path("rows").asLong() == found.rows();
            if (!sameRows) {
                problems.add(path + " does not hold the number of rows that the manifest says");
            }
        } catch (IOException exception) {
            problems.add(path + " cannot be read");
        }
    }
}
