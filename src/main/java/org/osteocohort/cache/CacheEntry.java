package org.osteocohort.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.publish.DurableFiles;

/**
 * A folder of files that is there as a whole or not at all: its document, with the SHA-256 of every file, is written
 * last, and then the folder gets its name.
 *
 * @param folder named by the entry's key
 * @param files absolute, in the order of their names
 */
record CacheEntry(Path folder, List<Path> files) {
    private static final String DOCUMENT = "entry.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    CacheEntry {
        files = List.copyOf(files);
    }

    /**
     * Makes a folder an entry.
     *
     * @param written the folder with its files, on the same disk
     * @param folder the name that it gets; what stood there goes
     */
    static CacheEntry seal(Path written, Path folder) throws IOException {
        List<Path> kept = new ArrayList<>();
        for (Path file : regularFiles(written)) {
            if (file.getFileName().toString().startsWith(".")) {
                Files.delete(file);
            } else {
                kept.add(file);
            }
        }
        Map<String, String> digests = digests(written, kept);
        ObjectNode document =
                JSON.createObjectNode().put("key", folder.getFileName().toString());
        ObjectNode files = document.putObject("files");
        digests.forEach(files::put);
        Files.writeString(written.resolve(DOCUMENT), document.toPrettyString());
        DurableFiles.deleteTree(folder);
        Files.createDirectories(folder.getParent());
        Files.move(written, folder, StandardCopyOption.ATOMIC_MOVE);
        return new CacheEntry(
                folder, digests.keySet().stream().map(folder::resolve).toList());
    }

    /** The entry of this name, when it holds exactly what was written, to the byte; what is not so is removed. */
    static Optional<CacheEntry> trusted(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        Optional<CacheEntry> entry = asWritten(folder);
        if (entry.isEmpty()) {
            DurableFiles.deleteTree(folder);
        }
        return entry;
    }

    private static Optional<CacheEntry> asWritten(Path folder) throws IOException {
        List<Path> written = new ArrayList<>(regularFiles(folder));
        written.remove(folder.resolve(DOCUMENT));
        Map<String, String> found = digests(folder, written);
        return document(folder)
                .filter(document -> document.path("key")
                        .asText()
                        .equals(folder.getFileName().toString()))
                .filter(document -> files(document).equals(found))
                .map(document -> new CacheEntry(
                        folder, found.keySet().stream().map(folder::resolve).toList()));
    }

    /** On all cores, since the files are large. */
    private static Map<String, String> digests(Path folder, List<Path> files) throws IOException {
        try {
            return new TreeMap<>(
                    files.parallelStream().collect(Collectors.toMap(file -> name(folder, file), CacheEntry::digest)));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static String digest(Path file) {
        try {
            return Digest.ofContent(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<JsonNode> document(Path folder) throws IOException {
        Path document = folder.resolve(DOCUMENT);
        if (!Files.isRegularFile(document)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(Files.readAllBytes(document)));
        } catch (JsonProcessingException damaged) {
            return Optional.empty();
        }
    }

    private static Map<String, String> files(JsonNode document) {
        Map<String, String> files = new TreeMap<>();
        document.path("files")
                .properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
        return files;
    }

    String key() {
        return folder.getFileName().toString();
    }

    /** Notes that a run used it. */
    void used(Instant now) throws IOException {
        used(folder, now);
    }

    /** Notes that a run used an entry, if it is there. */
    static void used(Path folder, Instant now) throws IOException {
        if (Files.exists(folder.resolve(DOCUMENT))) {
            Files.setLastModifiedTime(folder.resolve(DOCUMENT), FileTime.from(now));
        }
    }

    /** Removes the entries that no run used since. */
    static void prune(Path entries, Instant since) throws IOException {
        for (Path folder : children(entries)) {
            Path document = folder.resolve(DOCUMENT);
            if (!Files.exists(document)
                    || Files.getLastModifiedTime(document).toInstant().isBefore(since)) {
                DurableFiles.deleteTree(folder);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static List<Path> regularFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
