package org.osteocohort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osteocohort.fingerprint.Digest;

/**
 * What makes the numbers, as a digest: not a version, which two builds may share, but the program itself, and the engine
 * below it.
 */
final class ProgramDigest {
    private ProgramDigest() {}

    /**
     * Of this program.
     *
     * @param spark the version of Spark
     */
    static String of(String spark) {
        return Digest.ofText(classes() + "\n" + spark + "\n" + Runtime.version().feature());
    }

    private static String classes() {
        try {
            URL place =
                    ProgramDigest.class.getProtectionDomain().getCodeSource().getLocation();
            Path program = Path.of(place.toURI());
            return Files.isDirectory(program) ? ofFolder(program) : Digest.ofContent(program);
        } catch (URISyntaxException exception) {
            throw new IllegalStateException("the program stands at no address", exception);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String ofFolder(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> folder.relativize(file) + " " + ofFile(file))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String ofFile(Path file) {
        try {
            return Digest.ofContent(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
