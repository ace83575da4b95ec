package org.osteocohort.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A folder to write into, in which nothing of the user's can be lost. */
final class FreeFolder {
    private FreeFolder() {}

    /**
     * Refuses a folder that holds something.
     *
     * @param argument as the user gave it
     * @throws ParameterException when it holds something or is no folder
     */
    static void require(Path folder, String argument, CommandSpec spec) {
        if (!isFree(folder)) {
            throw new ParameterException(
                    spec.commandLine(),
                    argument + " is '" + folder + "', expected a folder that is empty or does not exist yet");
        }
    }

    private static boolean isFree(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
