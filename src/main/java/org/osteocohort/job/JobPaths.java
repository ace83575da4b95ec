package org.osteocohort.job;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osteocohort.yaml.YamlObject;

/**
 * The paths of a job file, absolute and looked at: a path that leads nowhere is a mistake of the job. After a mistake
 * the answer is the folder of the job file, so that reading can go on.
 */
final class JobPaths {
    /** Stores whose clients can be given to Spark, and a name without blanks or wildcards. */
    private static final Pattern STORE =
            Pattern.compile("(hdfs|s3a|abfs|abfss|gs)://[A-Za-z0-9@._:-]*(/[\\w.=@+-]+)+/?");

    private final Path start;

    /** An optional file that must exist; null when the key is absent. */
    Path file(YamlObject object, String key) {
        List<Path> files = files(object, key);
        if (files.size() > 1) {
            object.problem(key, "one file");
        }
        return files.isEmpty() ? null : files.get(0);
    }

    /** Relative paths start here. */
    JobPaths(Path start) {
        this.start = start.toAbsolutePath().normalize();
    }

    Path start() {
        return start;
    }

    /** A folder that must exist. */
    Path folder(YamlObject object, String key) {
        Optional<Path> folder = written(object, key, "a folder that exists");
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            object.problem(key, Files.exists(folder.get()) ? "a folder, not a file" : missing("folder", folder.get()));
        }
        return folder.orElse(start);
    }

    /** Where results go: a local folder that may be made later, or a URL of a store that Hadoop knows. */
    OutputLocation output(YamlObject object, String key) {
        String text = object.isText(key) ? object.text(key) : "";
        if (!text.contains("://")) {
            return OutputLocation.of(folderToBe(object, key));
        }
        if (text.startsWith("file:///")) {
            return OutputLocation.of(Path.of(URI.create(text).getPath()));
        }
        if (!STORE.matcher(text).matches() || text.contains("/..")) {
            object.problem(
                    key,
                    "a local folder, or a folder of a store as in s3a://bucket/folder (hdfs, s3a, abfs,"
                            + " abfss or gs)");
        }
        return new OutputLocation(text);
    }

    private Path folderToBe(YamlObject object, String key) {
        Optional<Path> folder = written(object, key, "a folder");
        // The nearest thing that exists decides whether the folder can be made.
        Path existing = folder.orElse(start);
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing != null && !Files.isDirectory(existing)) {
            object.problem(key, "a folder, but " + existing + " is a file");
        }
        return folder.orElse(start);
    }

    /** A file or a list of files that must exist, each once; empty when the key is absent. */
    List<Path> files(YamlObject object, String key) {
        List<Path> files = new ArrayList<>();
        List<String> texts = object.texts(key);
        for (int index = 0; index < texts.size(); index++) {
            String text = texts.get(index);
            Optional<Path> file = resolved(text);
            String expected = file.map(path -> mistake(path, files)).orElse("a file that exists");
            if (!text.isEmpty() && !expected.isEmpty()) {
                object.problem(key, index, text, expected);
            }
            file.ifPresent(files::add);
        }
        return files;
    }

    private static String mistake(Path file, List<Path> others) {
        if (others.contains(file)) {
            return "every file once";
        }
        if (Files.isRegularFile(file)) {
            return "";
        }
        return Files.exists(file) ? "a file, not a folder" : missing("file", file);
    }

    private static String missing(String kind, Path path) {
        return "a " + kind + " that exists, but there is no " + path;
    }

    private Optional<Path> written(YamlObject object, String key, String expected) {
        String text = object.text(key);
        Optional<Path> path = resolved(text);
        if (!text.isEmpty() && path.isEmpty()) {
            object.problem(key, text.contains("://") ? expected + ", mounted on every machine, not a URL" : expected);
        }
        return path;
    }

    private Optional<Path> resolved(String text) {
        if (text.isBlank() || text.contains("://")) {
            return Optional.empty();
        }
        try {
            return Optional.of(start.resolve(text).normalize());
        } catch (InvalidPathException exception) {
            return Optional.empty();
        }
    }
}
