package org.osteocohort.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.osteocohort.publish.DurableFiles;

/**
 * Where one task attempt writes its files: in the run's folder when every worker has it as a local path, else in a
 * folder of the worker's own, from which they are brought to the run's store when all of them are complete.
 */
final class AttemptFolder implements AutoCloseable {
    private final String target;
    private final Configuration hadoop;
    private final Path folder;
    private final boolean local;

    private AttemptFolder(String target, Configuration hadoop, Path folder, boolean local) {
        this.target = target;
        this.hadoop = hadoop;
        this.folder = folder;
        this.local = local;
    }

    /**
     * Makes the folder; what an earlier attempt of this name left goes.
     *
     * @param attempts a local path or a URL, as {@link org.osteocohort.publish.RunFolder#attempts} gives it
     * @param name unique to the attempt
     */
    static AttemptFolder make(String attempts, String name, Configuration hadoop) throws IOException {
        String target = attempts + "/" + name;
        boolean local = !attempts.contains(":/");
        if (local) {
            DurableFiles.deleteTree(Path.of(target));
        }
        Path folder =
                local ? Files.createDirectories(Path.of(target)) : Files.createTempDirectory("osteocohort-attempt");
        return new AttemptFolder(target, hadoop, folder, local);
    }

    Path path() {
        return folder;
    }

    /** Brings the complete files to where the driver looks for them. */
    void deliver() throws IOException {
        if (local) {
            return;
        }
        org.apache.hadoop.fs.Path store = new org.apache.hadoop.fs.Path(target);
        FileSystem fileSystem = store.getFileSystem(hadoop);
        for (Path file : tree()) {
            if (Files.isRegularFile(file)) {
                fileSystem.copyFromLocalFile(
                        false,
                        true,
                        new org.apache.hadoop.fs.Path(file.toUri()),
                        new org.apache.hadoop.fs.Path(store, file.getFileName().toString()));
            }
        }
    }

    private List<Path> tree() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** What is in the run's folder stays there for the driver. */
    @Override
    public void close() throws IOException {
        if (!local) {
            for (Path path : tree()) {
                Files.delete(path);
            }
        }
    }
}
