package org.osteocohort.fingerprint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fingerprints that earlier runs took. A file that looks as it did then, keeps its fingerprint without being read.
 *
 * <p>What a file looks like is its length, the time of its modification and, where the file system tells them, the time
 * of its last change of any kind, which no program can set back, and its number. A file that was changed so shortly
 * before it was looked at that another change could bear the same times is not recorded.
 */
public final class RecordedFingerprints {
    /** Coarser than the times of any file system in use. */
    private static final Duration GRANULARITY = Duration.ofSeconds(2);

    private final Clock clock;
    private final Map<String, Recorded> before;
    private final Map<String, Recorded> now = new TreeMap<>();

    private RecordedFingerprints(Clock clock, Map<String, Recorded> before) {
        this.clock = clock;
        this.before = before;
    }

    /** What a file looked like, in a text, and its fingerprint. */
    private record Recorded(String look, FileFingerprint fingerprint) {}

    /** Nothing is known yet. */
    public static RecordedFingerprints none(Clock clock) {
        return new RecordedFingerprints(clock, Map.of());
    }

    /** What a file that {@link #write} made tells; nothing when it is absent or not as it was written. */
    public static RecordedFingerprints read(Path file, Clock clock) throws IOException {
        Map<String, Recorded> recorded = new TreeMap<>();
        try {
            CheckedDocument.read(file)
                    .ifPresent(document -> document.properties()
                            .forEach(entry -> recorded.put(entry.getKey(), recorded(entry.getValue()))));
        } catch (IllegalArgumentException | DateTimeException ofAnotherVersion) {
            return none(clock);
        }
        return new RecordedFingerprints(clock, recorded);
    }

    private static Recorded recorded(JsonNode entry) {
        return new Recorded(
                entry.path("look").asText(),
                new FileFingerprint(
                        entry.path("bytes").asLong(),
                        Instant.parse(entry.path("modified").asText()),
                        FileFingerprint.Method.valueOf(entry.path("method").asText()),
                        entry.path("digest").asText()));
    }

    /**
     * The fingerprint of a file, which is read only when it does not look as it was recorded.
     *
     * @throws IOException when the file is not there or cannot be read to its end
     */
    FileFingerprint of(Path file) throws IOException {
        Instant looked = clock.instant();
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        FileTime changed = changed(file, attributes);
        String look = attributes.size() + " " + attributes.lastModifiedTime().toInstant() + " " + changed.toInstant()
                + " " + attributes.fileKey();
        String name = file.toAbsolutePath().toString();
        Recorded known = before.get(name);
        Recorded found =
                known != null && known.look().equals(look) ? known : new Recorded(look, FileFingerprint.of(file));
        Instant settled = looked.minus(GRANULARITY);
        if (found == known
                || attributes.lastModifiedTime().toInstant().isBefore(settled)
                        && changed.toInstant().isBefore(settled)) {
            now.put(name, found);
        }
        return found.fingerprint();
    }

    private static FileTime changed(Path file, BasicFileAttributes attributes) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (FileTime) Files.getAttribute(file, "unix:ctime")
                : attributes.lastModifiedTime();
    }

    /** Writes what the files look like that were asked for, in one step; others are forgotten. */
    public void write(Path file) throws IOException {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        now.forEach((name, recorded) -> all.putObject(name)
                .put("look", recorded.look())
                .put("bytes", recorded.fingerprint().bytes())
                .put("modified", recorded.fingerprint().modified().toString())
                .put("method", recorded.fingerprint().method().name())
                .put("digest", recorded.fingerprint().digest()));
        CheckedDocument.write(file, all);
    }
}
