package org.osteocohort.cache;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.osteocohort.fingerprint.CheckedDocument;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.fingerprint.FileFingerprint;
import org.osteocohort.fingerprint.InputFiles;
import org.osteocohort.source.FirstLooks;

/** What files told at a first look in earlier runs, in one document; what no file of this run tells is forgotten. */
final class KeptLooks {
    private static final String DOCUMENT = "looks.json";

    private final Path document;
    private final String engine;
    private final Map<String, String> before = new TreeMap<>();
    private final Map<String, String> now = new TreeMap<>();

    /**
     * The looks that are kept in a cache.
     *
     * @param engine a digest of what looks
     */
    KeptLooks(Path cache, String engine) throws IOException {
        this.document = cache.resolve(DOCUMENT);
        this.engine = engine;
        CheckedDocument.read(document)
                .ifPresent(looks -> looks.properties()
                        .forEach(look ->
                                before.put(look.getKey(), look.getValue().asText())));
    }

    /** Looks at the files of an extract. */
    FirstLooks at(InputFiles files) {
        return (file, look) -> {
            FileFingerprint fingerprint = files.files().get(file);
            if (fingerprint == null) {
                return look.tell();
            }
            String key = Digest.ofText(engine + "\n" + file + "\n" + fingerprint.identity());
            String known = before.get(key);
            String told = known == null ? look.tell() : known;
            now.put(key, told);
            return told;
        };
    }

    void write() throws IOException {
        ObjectNode looks = JsonNodeFactory.instance.objectNode();
        now.forEach(looks::put);
        CheckedDocument.write(document, looks);
    }
}
