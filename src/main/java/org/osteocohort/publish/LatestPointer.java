package org.osteocohort.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** {@code latest}: a small file that holds the id of the last complete run. The only thing that is ever replaced. */
final class LatestPointer {
    static final String FILE = "latest";

    private final OutputStore store;

    LatestPointer(OutputStore store) {
        this.store = store;
    }

    /** Where the next text of a small file is written before it takes the file's place. */
    static String beside(String file) {
        return "." + file + ".tmp";
    }

    /**
     * The run that is named; empty when nothing was published yet. A pointer that was cut off while it was written over
     * tells nothing, but then the whole text stands beside it.
     *
     * @throws IOException when the pointer cannot be read or names no run
     */
    Optional<String> read() throws IOException {
        Optional<String> name = name(FILE);
        if (name.isEmpty() || RunId.isRunId(name.get())) {
            return name;
        }
        return Optional.of(name(beside(FILE))
                .filter(RunId::isRunId)
                .orElseThrow(() -> new DamagedPointerException(store.name(FILE))));
    }

    private Optional<String> name(String file) throws IOException {
        try (InputStream input = store.open(file)) {
            return Optional.of(new String(input.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (NoSuchFileException | FileNotFoundException exception) {
            return Optional.empty();
        }
    }

    /**
     * Makes the pointer name a complete run. A store may do it and then say that it failed, so after a failure the
     * pointer is read again, and only what it says counts.
     *
     * @throws PublishingException when it names another run, or when nobody can tell; nothing was removed
     */
    void point(String runId) {
        try {
            store.replace(FILE, runId + "\n");
        } catch (IOException failure) {
            Optional<String> named;
            try {
                named = read();
            } catch (IOException unknown) {
                failure.addSuppressed(unknown);
                throw new PublishingException(
                        "it is not known whether '" + store.name(FILE) + "' names the run " + runId
                                + ", which is complete; nothing was removed",
                        failure);
            }
            if (!named.equals(Optional.of(runId))) {
                throw new PublishingException(
                        "the run " + runId + " is complete, but '" + store.name(FILE) + "' could not be switched to it",
                        failure);
            }
        }
    }
}
