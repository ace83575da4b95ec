package org.osteocohort.publish;

import java.io.IOException;
import java.util.Optional;

/** What runs left that ended before they were complete. Only whoever holds the lock may look: all others are dead. */
final class DeadRuns {
    private static final String STAGING_SUFFIX = ".staging";

    private final OutputStore store;

    DeadRuns(OutputStore store) {
        this.store = store;
    }

    /** Where a run is made. Where folders cannot be renamed, that is its final place: nothing names it before it is done. */
    static String stagingFolder(OutputStore store, String runId) {
        return OutputFolder.RUNS + "/" + (store.movesFoldersAtOnce() ? hidden(runId) : runId);
    }

    /** The name of a run that is not there for readers. */
    static String hidden(String runId) {
        return "." + runId + STAGING_SUFFIX;
    }

    void remove() throws IOException {
        Optional<String> latest = new LatestPointer(store).read();
        for (String name : store.children(OutputFolder.RUNS)) {
            String folder = OutputFolder.RUNS + "/" + name;
            boolean staging = name.startsWith(".") && name.endsWith(STAGING_SUFFIX);
            boolean halfWritten = !store.movesFoldersAtOnce()
                    && RunId.isRunId(name)
                    && !latest.equals(Optional.of(name))
                    && !store.exists(folder + "/" + RunFolder.MANIFEST);
            if (staging || halfWritten) {
                store.delete(folder);
            }
        }
    }
}
