package org.osteocohort.fingerprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;

/** The files of an input folder with their fingerprints, taken once, before the first row is read. */
public final class InputFiles {
    private static final String CHANGED =
            "the file was changed, replaced or removed during the run; run again when the" + " delivery is complete";
    private static final String ADDED = "the file was added during the run; run again when the delivery is complete";

    private final Path folder;
    private final Map<String, FileFingerprint> files;
    private final List<String> others;

    private InputFiles(Path folder, Map<String, FileFingerprint> files, List<String> others) {
        this.folder = folder;
        this.files = files;
        this.others = others;
    }

    /**
     * All files below a folder that Spark would read: names that start with a dot or an underscore are passed over.
     *
     * @throws BadInputException when the folder or a file in it cannot be read
     */
    public static InputFiles of(Path folder) {
        return of(folder, RecordedFingerprints.none(Clock.systemUTC()));
    }

    /** The same; files that look as they were recorded are not read. */
    public static InputFiles of(Path folder, RecordedFingerprints recorded) {
        Map<String, FileFingerprint> files = new TreeMap<>();
        for (String name : names(folder, Files::isRegularFile)) {
            try {
                files.put(name, recorded.of(folder.resolve(name)));
            } catch (IOException exception) {
                throw refused(folder.resolve(name), "the file cannot be read");
            }
        }
        return new InputFiles(folder, files, names(folder, path -> !Files.isRegularFile(path)));
    }

    private static List<String> names(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(wanted)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !isHidden(name))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException exception) {
            throw refused(folder, "this folder cannot be listed");
        }
    }

    private static boolean isHidden(String name) {
        for (String step : name.split("/")) {
            if (step.startsWith(".") || step.startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    private static BadInputException refused(Path place, String what) {
        return new BadInputException(List.of(new Problem(place.toString(), what)));
    }

    /** By path below the folder, with slashes, in the order of paths. */
    public Map<String, FileFingerprint> files() {
        return Collections.unmodifiableMap(files);
    }

    /** One digest of all paths and contents; times of modification do not count. */
    public String digest() {
        StringBuilder text = new StringBuilder();
        files.forEach((name, file) -> text.append(name)
                .append('\n')
                .append(file.method().label())
                .append(' ')
                .append(file.digest())
                .append('\n'));
        return Digest.ofText(text.toString());
    }

    /**
     * One text of all that may decide on what is read of the folder: paths and contents as far as they are known, and
     * folders and links that lead nowhere.
     */
    public String identity() {
        StringBuilder text = new StringBuilder();
        files.forEach((name, file) ->
                text.append(name).append('\n').append(file.identity()).append('\n'));
        return text.append(others).toString();
    }

    /**
     * Looks again, after the last row was read.
     *
     * @throws BadInputException with every file that was changed, replaced, removed or added since; a report would be
     *     of two deliveries at once
     */
    public void requireUnchanged() {
        List<Problem> problems = new ArrayList<>();
        files.forEach((name, file) -> {
            if (!file.stillLooksLike(folder.resolve(name))) {
                problems.add(new Problem(folder.resolve(name).toString(), CHANGED));
            }
        });
        for (String name : names(folder, Files::isRegularFile)) {
            if (!files.containsKey(name)) {
                problems.add(new Problem(folder.resolve(name).toString(), ADDED));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }
}
