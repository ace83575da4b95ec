package org.osteocohort.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Removes old runs, so that nobody sees a part of one: first a run loses its name or its manifest, then its files. */
final class Retention {
    private final OutputStore store;

    Retention(OutputStore store) {
        this.store = store;
    }

    /**
     * Removes all but the newest complete runs. What {@code latest} names stays, whatever its age, and so do folders
     * that hold no complete run: nobody knows what they are.
     *
     * @param runs newest first
     */
    List<String> prune(List<RunEntry> runs, int keep) throws IOException {
        List<String> removed = new ArrayList<>();
        int kept = 0;
        for (RunEntry run : runs) {
            if (!run.complete()) {
                continue;
            }
            if (run.latest() || kept < keep) {
                kept++;
            } else {
                remove(run.runId());
                removed.add(run.runId());
            }
        }
        return removed;
    }

    private void remove(String runId) throws IOException {
        String folder = OutputFolder.RUNS + "/" + runId;
        if (store.movesFoldersAtOnce()) {
            String hidden = OutputFolder.RUNS + "/" + DeadRuns.hidden(runId);
            store.move(folder, hidden);
            store.delete(hidden);
        } else {
            store.delete(folder + "/" + RunFolder.MANIFEST);
            store.delete(folder);
        }
    }
}
