package org.osteocohort.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.osteocohort.job.OutputLocation;

/**
 * The folder under which runs are published.
 *
 * <pre>
 * latest          the id of the last complete run
 * runs/&lt;run id&gt;/  a run; complete when it has a manifest
 * cache/          what a later run may use again; may be removed at any time, and is no part of any run
 * .lock           who works here now
 * </pre>
 */
public final class OutputFolder {
    /** The folder for what a later run may use again. */
    public static final String CACHE = "cache";

    static final String RUNS = "runs";
    static final String LOCK = ".lock";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputLocation location;
    private final OutputStore store;
    private final Clock clock;

    private OutputFolder(OutputLocation location, OutputStore store, Clock clock) {
        this.location = location;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The output of a job.
     *
     * @param hadoop how to reach a store; not used for a local folder
     * @throws PublishingException when there is no client for the store
     */
    public static OutputFolder of(OutputLocation location, Configuration hadoop, Clock clock) {
        try {
            OutputStore store = location.isLocal()
                    ? new LocalStore(location.path(), clock)
                    : new HadoopStore(location, hadoop, clock, LeaseTimes.USUAL);
            return new OutputFolder(location, store, clock);
        } catch (IOException exception) {
            throw new PublishingException("cannot reach the output " + location, exception);
        }
    }

    /** An output on this machine. */
    public static OutputFolder of(Path folder) {
        return of(OutputLocation.of(folder), new Configuration(false), Clock.systemUTC());
    }

    static OutputFolder of(OutputLocation location, OutputStore store, Clock clock) {
        return new OutputFolder(location, store, clock);
    }

    /**
     * Begins a run: takes the lock, removes what dead runs left, and makes the run's folder.
     *
     * @param started names the run
     * @param jobDigest in hexadecimal digits; names the run too
     * @param stage told what is done
     * @throws LockedException when another run works on this output
     * @throws PublishingException when the output cannot be written
     */
    public RunFolder start(Instant started, String jobDigest, Consumer<String> stage) {
        HeldLock lock = lock(freeName(started, jobDigest), started);
        try {
            lock.diedBefore()
                    .ifPresent(owner -> stage.accept(
                            "cleaning up after a run that ended without a word: " + owner.describe(clock.instant())));
            new DeadRuns(store).remove();
            String runId = freeName(started, jobDigest);
            long number = runs().stream().mapToLong(RunEntry::number).max().orElse(0) + 1;
            return RunFolder.make(location, store, lock, runId, number, stage);
        } catch (IOException exception) {
            lock.close();
            throw new PublishingException("cannot write to the output " + location, exception);
        } catch (RuntimeException | Error failure) {
            lock.close();
            throw failure;
        }
    }

    /** Two runs of the same job may begin in the same second, or a clock may go back to it. */
    private String freeName(Instant started, String jobDigest) {
        try {
            Instant free = started;
            while (store.exists(RUNS + "/" + RunId.of(free, jobDigest))) {
                free = free.plusSeconds(1);
            }
            return RunId.of(free, jobDigest);
        } catch (IOException exception) {
            throw new PublishingException("cannot read the output " + location, exception);
        }
    }

    private HeldLock lock(String what, Instant started) {
        try {
            return store.lock(LockOwner.here(what, started));
        } catch (IOException exception) {
            throw new PublishingException("cannot write to the output " + location, exception);
        }
    }

    /**
     * The id of the run that {@code latest} names; empty when nothing was published yet.
     *
     * @throws IOException when the pointer cannot be read or names no run
     */
    public Optional<String> latest() throws IOException {
        return new LatestPointer(store).read();
    }

    /**
     * The run that {@code latest} names; empty when nothing was published yet.
     *
     * @throws PublishingException when it cannot be read
     */
    public Optional<LastRun> lastRun() {
        try {
            return latest().map(runId -> LastRun.open(store, runId));
        } catch (IOException exception) {
            throw new PublishingException("cannot read the output " + location, exception);
        }
    }

    /** Where a run stands. */
    public OutputLocation run(String runId) {
        return location.resolve(RUNS + "/" + runId);
    }

    /**
     * All runs, newest first.
     *
     * @throws IOException when the output cannot be read
     */
    public List<RunEntry> runs() throws IOException {
        Optional<String> latest = latest();
        List<RunEntry> runs = new ArrayList<>();
        for (String name : store.children(RUNS)) {
            if (RunId.isRunId(name)) {
                runs.add(entry(name, latest.equals(Optional.of(name))));
            }
        }
        runs.sort(RunEntry.NEWEST_FIRST);
        return runs;
    }

    private RunEntry entry(String runId, boolean latest) throws IOException {
        String manifest = RUNS + "/" + runId + "/" + RunFolder.MANIFEST;
        if (!store.exists(manifest)) {
            return RunEntry.incomplete(runId, latest);
        }
        try (InputStream input = store.open(manifest)) {
            return new RunEntry(runId, latest, JSON.readTree(input));
        } catch (JsonProcessingException exception) {
            return RunEntry.incomplete(runId, latest);
        }
    }

    /**
     * Reads every byte of a run again.
     *
     * @return what is wrong, one line each; nothing when the run is as it was published
     * @throws IOException when the output cannot be read
     */
    public List<String> verify(String runId) throws IOException {
        return new RunVerification(store, RUNS + "/" + runId).problems();
    }

    /**
     * Removes old runs.
     *
     * @param keep so many of the newest complete runs stay, and always the latest
     * @param started of the removal, for whoever finds the output locked
     * @return the ids of the removed runs
     * @throws LockedException when a run works on this output
     * @throws PublishingException when a run could not be removed
     */
    public List<String> prune(int keep, Instant started) {
        try (HeldLock lock = lock("the removal of old runs", started)) {
            lock.requireHeld();
            return new Retention(store).prune(runs(), keep);
        } catch (IOException exception) {
            throw new PublishingException("cannot remove old runs of the output " + location, exception);
        }
    }
}
