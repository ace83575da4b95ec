package org.osteocohort.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one run while it is made.
 *
 * <p>Everything is written below {@code runs/.<run id>.staging}, read back and checked; the manifest is written last;
 * then one atomic rename makes the run, and another makes {@code latest} name it. A run that dies before leaves a
 * staging folder that nobody reads, which the next run removes. One run at a time works on an output: the caller sees
 * to that.
 */
public final class RunFolder implements AutoCloseable {
    /** The file that makes a folder a complete run. */
    public static final String MANIFEST = "manifest.json";

    private static final String RUNS = "runs";
    private static final String LATEST = "latest";
    private static final String STAGING_SUFFIX = ".staging";

    private final Path output;
    private final String runId;
    private final Path staging;

    private RunFolder(Path output, String runId) {
        this.output = output;
        this.runId = runId;
        this.staging = output.resolve(RUNS).resolve("." + runId + STAGING_SUFFIX);
    }

    /**
     * Makes the staging folder, after removing those that dead runs left.
     *
     * @param runId made by {@link RunId}
     * @throws PublishingException when the output cannot be written or holds this run already
     */
    public static RunFolder open(Path output, String runId) {
        if (!RunId.isRunId(runId)) {
            throw new IllegalArgumentException("not a run id");
        }
        RunFolder folder = new RunFolder(output, runId);
        try {
            Files.createDirectories(output.resolve(RUNS));
            folder.removeDeadRuns();
            if (Files.exists(folder.published())) {
                throw new PublishingException("the output holds the run " + runId + " already");
            }
            Files.createDirectories(folder.reports());
            Files.createDirectories(folder.restricted());
            return folder;
        } catch (IOException exception) {
            throw new PublishingException("cannot write to the output folder " + output, exception);
        }
    }

    /**
     * The folder of the run that {@code latest} names; empty when nothing was published yet.
     *
     * @throws IOException when the pointer cannot be read or names no run
     */
    public static Optional<Path> latest(Path output) throws IOException {
        Path pointer = output.resolve(LATEST);
        if (Files.notExists(pointer)) {
            return Optional.empty();
        }
        String name = Files.readString(pointer, StandardCharsets.UTF_8).strip();
        if (!RunId.isRunId(name)) {
            throw new IOException(pointer + " names no run");
        }
        return Optional.of(output.resolve(RUNS).resolve(name));
    }

    private void removeDeadRuns() throws IOException {
        List<Path> dead;
        try (Stream<Path> runs = Files.list(output.resolve(RUNS))) {
            dead = runs.filter(path -> path.getFileName().toString().startsWith(".")
                            && path.getFileName().toString().endsWith(STAGING_SUFFIX))
                    .toList();
        }
        for (Path path : dead) {
            DurableFiles.deleteTree(path);
        }
    }

    /** Where the run is made; {@code schema.json} and other files of the whole run go here. */
    public Path root() {
        return staging;
    }

    public Path reports() {
        return staging.resolve("reports");
    }

    public Path restricted() {
        return staging.resolve("restricted");
    }

    private Path published() {
        return output.resolve(RUNS).resolve(runId);
    }

    /**
     * Checks what was written, and makes the run visible.
     *
     * @param tables every table that the run must hold; there may be no other Parquet file
     * @return the folder of the published run
     * @throws PublishingException when a file is missing, damaged, of another number of rows or not expected, or when
     *     the output cannot be written; {@code latest} is then what it was
     */
    public Path publish(Manifest manifest, List<PublishedTable> tables) {
        try {
            List<StagedFile> files = readBack();
            check(files, tables);
            DurableFiles.write(staging.resolve(MANIFEST), ManifestDocument.text(runId, manifest, files));
            force();
            if (Files.exists(published())) {
                throw new PublishingException("the output holds the run " + runId + " already");
            }
            DurableFiles.move(staging, published());
            pointLatest();
            return published();
        } catch (IOException exception) {
            throw new PublishingException("cannot publish the run " + runId, exception);
        }
    }

    private List<StagedFile> readBack() throws IOException {
        List<StagedFile> files = new ArrayList<>();
        for (Path path : DurableFiles.tree(staging)) {
            if (Files.isRegularFile(path)) {
                files.add(StagedFile.read(staging, path));
            }
        }
        return files;
    }

    private static void check(List<StagedFile> files, List<PublishedTable> tables) {
        List<String> problems = new ArrayList<>();
        for (PublishedTable table : tables) {
            List<StagedFile> parts = files.stream()
                    .filter(file -> file.rows() != null && table.holds(file.path()))
                    .toList();
            long rows = parts.stream().mapToLong(StagedFile::rows).sum();
            if (parts.isEmpty()) {
                problems.add(table.path() + " is missing");
            } else if (rows != table.rows()) {
                problems.add(table.path() + " does not hold the number of rows that was written");
            }
        }
        for (StagedFile file : files) {
            if (file.rows() != null && tables.stream().noneMatch(table -> table.holds(file.path()))) {
                problems.add(file.path() + " is not expected");
            }
        }
        if (!problems.isEmpty()) {
            throw new PublishingException("the run is not complete: " + String.join("; ", problems));
        }
    }

    private void force() throws IOException {
        for (Path path : DurableFiles.tree(staging)) {
            if (Files.isDirectory(path)) {
                DurableFiles.forceFolder(path);
            } else {
                DurableFiles.force(path);
            }
        }
    }

    private void pointLatest() throws IOException {
        Path next = output.resolve("." + LATEST + ".tmp");
        DurableFiles.write(next, runId + "\n");
        DurableFiles.move(next, output.resolve(LATEST));
    }

    /** Removes what was not published; does nothing after {@link #publish}. */
    public void abandon() {
        try {
            DurableFiles.deleteTree(staging);
        } catch (IOException exception) {
            throw new PublishingException("cannot remove the staging folder of the run " + runId, exception);
        }
    }

    /** The same as {@link #abandon}, so that a run that fails leaves nothing. */
    @Override
    public void close() {
        abandon();
    }
}
