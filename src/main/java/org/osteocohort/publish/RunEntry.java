package org.osteocohort.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;

/**
 * A run in an output.
 *
 * @param latest whether {@code latest} names it
 * @param manifest what its manifest says; a missing node when it has none that can be read
 */
public record RunEntry(String runId, boolean latest, JsonNode manifest) {
    /**
     * Newest first. The order is that of the numbers that runs got when they began, since a clock may have gone back
     * between two runs.
     */
    static final Comparator<RunEntry> NEWEST_FIRST = Comparator.comparing(RunEntry::number)
            .thenComparing(RunEntry::runId)
            .reversed();

    static RunEntry incomplete(String runId, boolean latest) {
        return new RunEntry(runId, latest, MissingNode.getInstance());
    }

    /** Whether it has a manifest, the last file that a run writes. */
    public boolean complete() {
        return manifest.isObject();
    }

    /** The place in the order of runs, from 1; zero when it is not known. */
    public long number() {
        return manifest.path("run_number").asLong();
    }

    /** What the quality checks said, as in {@link Manifest.Verdict}; incomplete when there is no manifest. */
    public String verdict() {
        return complete() ? manifest.path("verdict").asText("") : "incomplete";
    }

    /** When it began, by the clock of its machine; empty when it is not known. */
    public String started() {
        return manifest.path("started").asText("");
    }
}
