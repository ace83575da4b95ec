package org.osteocohort.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import org.osteocohort.fingerprint.CheckedDocument;

/**
 * That a run published what was found out; the last one is noted in the cache.
 *
 * @param question a digest of all that was asked
 * @param contents a digest of all inputs
 * @param run its id
 */
record Publication(String question, String contents, String run) {
    private static final String DOCUMENT = "published.json";

    boolean isNoted(Path cache) throws IOException {
        return CheckedDocument.read(cache.resolve(DOCUMENT))
                .filter(document()::equals)
                .isPresent();
    }

    void note(Path cache) throws IOException {
        CheckedDocument.write(cache.resolve(DOCUMENT), document());
    }

    private JsonNode document() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("question", question)
                .put("contents", contents)
                .put("run", run);
    }
}
