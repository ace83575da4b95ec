package org.osteocohort.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

/**
 * Who works on an output; the text of the lock file.
 *
 * @param host name of the machine
 * @param process number of the process on it
 * @param runId the run, or what else is done, as in {@code prune}
 * @param started by the owner's clock
 */
record LockOwner(String host, long process, String runId, Instant started) {
    private static final ObjectMapper JSON = new ObjectMapper();

    LockOwner {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(started, "started");
    }

    /** This process. */
    static LockOwner here(String runId, Instant started) {
        return new LockOwner(hostName(), ProcessHandle.current().pid(), runId, started);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException exception) {
            return "unknown";
        }
    }

    String text() {
        return JSON.createObjectNode()
                        .put("host", host)
                        .put("process", process)
                        .put("run_id", runId)
                        .put("started", started.toString())
                + "\n";
    }

    /** The owner in a lock file; empty when the file is empty or just being written. */
    static Optional<LockOwner> parse(String text) {
        try {
            JsonNode owner = JSON.readTree(text);
            return owner.hasNonNull("host") && owner.hasNonNull("started")
                    ? Optional.of(new LockOwner(
                            owner.path("host").asText(),
                            owner.path("process").asLong(),
                            owner.path("run_id").asText(),
                            Instant.parse(owner.path("started").asText())))
                    : Optional.empty();
        } catch (JsonProcessingException | DateTimeParseException exception) {
            return Optional.empty();
        }
    }

    /** For people: what, where, which process and since when. */
    String describe(Instant now) {
        return runId + " on host " + host + ", process " + process + ", started " + started + " (" + age(now) + ")";
    }

    private String age(Instant now) {
        Duration age = Duration.between(started, now);
        if (age.isNegative()) {
            return "in the future by this machine's clock";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min ago";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min ago" : age.toSeconds() + " s ago";
    }
}
