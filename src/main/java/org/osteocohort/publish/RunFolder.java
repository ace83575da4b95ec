package org.osteocohort.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osteocohort.job.JobOperation;
import org.osteocohort.job.OutputLocation;

/**
 * The folder of one run while it is made, and the lock on its output.
 *
 * <p>Everything is written where no reader looks, read back and checked; the manifest is written last; then the run gets
 * its name in one step, and {@code latest} names it in another. A run that dies before leaves files that nobody reads,
 * which the next run removes. Nothing is removed once {@code latest} may name it, whatever a store answers.
 */
public final class RunFolder implements AutoCloseable {
    /** The file that makes a folder a complete run. */
    public static final String MANIFEST = "manifest.json";

    static final String MANIFEST_DIGEST = "manifest.sha256";

    static final String REPORTS = "reports";
    static final String RESTRICTED = "restricted";
    private static final String ATTEMPTS = "attempts";
    /** Lets whoever gets a copy of the reports alone check it with {@code sha256sum -c}; holds no counts. */
    private static final String CHECKSUMS = REPORTS + "/SHA256SUMS";

    private final OutputLocation output;
    private final OutputStore store;
    private final HeldLock lock;
    private final String runId;
    private final long number;
    private final String staging;
    private final Consumer<String> stage;
    private final Path root;
    private boolean mayBeVisible;

    private RunFolder(
            OutputLocation output,
            OutputStore store,
            HeldLock lock,
            String runId,
            long number,
            Consumer<String> stage,
            Path root) {
        this.output = output;
        this.store = store;
        this.lock = lock;
        this.runId = runId;
        this.number = number;
        this.staging = DeadRuns.stagingFolder(store, runId);
        this.stage = stage;
        this.root = root;
    }

    /** Makes the folders of a run; the lock is then the run's. */
    static RunFolder make(
            OutputLocation output, OutputStore store, HeldLock lock, String runId, long number, Consumer<String> stage)
            throws IOException {
        String staging = DeadRuns.stagingFolder(store, runId);
        Path root = output.isLocal()
                ? Path.of(store.name(staging))
                : Files.createTempDirectory("osteocohort-run").toAbsolutePath();
        RunFolder run = new RunFolder(output, store, lock, runId, number, stage, root);
        Files.createDirectories(run.reports());
        Files.createDirectories(run.restricted());
        store.makeFolder(run.staging + "/" + ATTEMPTS);
        return run;
    }

    /** Unique in the output. */
    public String runId() {
        return runId;
    }

    /** A local folder for what the driver writes; all files in it become part of the run. */
    public Path root() {
        return root;
    }

    public Path reports() {
        return root.resolve(REPORTS);
    }

    public Path restricted() {
        return root.resolve(RESTRICTED);
    }

    /** A folder that every worker reaches, as a local path or a URL, for files that {@link #adopt} then takes over. */
    public String attempts() {
        return store.name(staging + "/" + ATTEMPTS);
    }

    /**
     * Makes a file that a task wrote a part of the run.
     *
     * @param attempt path below {@link #attempts}
     * @param path below the run folder
     */
    public void adopt(String attempt, String path) throws IOException {
        store.move(staging + "/" + ATTEMPTS + "/" + attempt, staging + "/" + path);
    }

    /**
     * Checks what was written, and makes the run visible.
     *
     * @param tables every table that the run must hold; there may be no other Parquet file
     * @param keepRuns how many runs stay in the output, as in {@link JobOperation}
     * @return the folder of the published run
     * @throws PublishingException when a file is missing, damaged, of another number of rows or not expected, or when
     *     the output cannot be written; {@code latest} is then what it was
     */
    public OutputLocation publish(Manifest manifest, List<PublishedTable> tables, int keepRuns) {
        try {
            stage.accept("publishing: reading back what was written");
            bring();
            store.write(staging + "/" + MetricsDocument.FILE, MetricsDocument.text(runId, number, manifest, tables));
            List<StagedFile> files = readBack();
            RunContents.require(files, tables);
            stage.accept("publishing: writing the manifest");
            String text = ManifestDocument.text(runId, number, manifest, tables, files);
            store.write(staging + "/" + MANIFEST_DIGEST, RunVerification.digestLine(text));
            store.write(staging + "/" + MANIFEST, text);
            store.force(staging);
            lock.requireHeld();
            stage.accept("publishing: giving the run its name");
            giveName();
            stage.accept("publishing: switching latest");
            mayBeVisible = true;
            new LatestPointer(store).point(runId);
        } catch (IOException exception) {
            throw new PublishingException("cannot publish the run " + runId, exception);
        }
        stage.accept("publishing: done");
        prune(keepRuns);
        return output.resolve(OutputFolder.RUNS + "/" + runId);
    }

    /** Brings what the driver wrote to the store, unless it is there already; files of failed attempts go. */
    private void bring() throws IOException {
        store.delete(staging + "/" + ATTEMPTS);
        if (output.isLocal()) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                store.bring(
                        file, staging + "/" + root.relativize(file).toString().replace('\\', '/'));
            }
        }
    }

    private List<StagedFile> readBack() throws IOException {
        List<StagedFile> files = new ArrayList<>();
        for (String file : store.files(staging)) {
            files.add(StagedFile.read(store, staging, file.substring(staging.length() + 1)));
        }
        String sums = files.stream()
                .filter(file -> file.path().startsWith(REPORTS + "/"))
                .map(file -> file.sha256() + "  " + file.path().substring(REPORTS.length() + 1) + "\n")
                .collect(Collectors.joining());
        store.write(staging + "/" + CHECKSUMS, sums);
        files.add(StagedFile.read(store, staging, CHECKSUMS));
        return files;
    }

    private void giveName() throws IOException {
        String named = OutputFolder.RUNS + "/" + runId;
        if (staging.equals(named)) {
            return;
        }
        if (store.exists(named)) {
            throw new PublishingException("the output holds the run " + runId + " already");
        }
        try {
            store.move(staging, named);
        } catch (IOException failure) {
            // The store may have done it and then lost the answer.
            if (store.exists(staging) || !store.exists(named + "/" + MANIFEST)) {
                throw failure;
            }
        }
    }

    /** The run is published by now, so old runs that cannot be removed are no reason to say otherwise. */
    private void prune(int keepRuns) {
        if (keepRuns == JobOperation.KEEP_ALL) {
            return;
        }
        try {
            List<String> removed = new Retention(store)
                    .prune(OutputFolder.of(output, store, null).runs(), keepRuns);
            removed.forEach(old -> stage.accept("publishing: removed the old run " + old));
        } catch (IOException exception) {
            stage.accept("publishing: old runs could not be removed; the next run tries again");
        }
    }

    /** Removes what was not published, and gives the lock back. */
    @Override
    public void close() {
        try {
            if (!mayBeVisible) {
                store.delete(staging);
            }
            if (!output.isLocal()) {
                DurableFiles.deleteTree(root);
            }
        } catch (IOException exception) {
            throw new PublishingException("cannot remove the staging folder of the run " + runId, exception);
        } finally {
            lock.close();
        }
    }
}
