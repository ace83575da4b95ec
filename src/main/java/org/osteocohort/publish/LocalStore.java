package org.osteocohort.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/** A folder of this machine, or one that is mounted on it. */
final class LocalStore implements OutputStore {
    private final Path root;
    private final Clock clock;

    LocalStore(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    private Path path(String path) {
        return path.isEmpty() ? root : root.resolve(path);
    }

    @Override
    public String name(String path) {
        return path(path).toString();
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(path(path));
    }

    @Override
    public List<String> children(String folder) throws IOException {
        if (!Files.isDirectory(path(folder))) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(path(folder))) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public List<String> files(String folder) throws IOException {
        if (!Files.isDirectory(path(folder))) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(path(folder))) {
            return paths.filter(path -> !Files.isDirectory(path))
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public long bytes(String file) throws IOException {
        return Files.size(path(file));
    }

    @Override
    public InputStream open(String file) throws IOException {
        return Files.newInputStream(path(file));
    }

    @Override
    public InputFile parquet(String file) {
        return new LocalInputFile(path(file));
    }

    @Override
    public void makeFolder(String folder) throws IOException {
        Files.createDirectories(path(folder));
    }

    @Override
    public void write(String file, String text) throws IOException {
        makeFolderOf(file);
        DurableFiles.write(path(file), text);
    }

    @Override
    public void bring(Path local, String file) throws IOException {
        makeFolderOf(file);
        Files.move(local, path(file));
    }

    @Override
    public void move(String from, String to) throws IOException {
        makeFolderOf(to);
        DurableFiles.move(path(from), path(to));
    }

    private void makeFolderOf(String file) throws IOException {
        Files.createDirectories(path(file).getParent());
    }

    @Override
    public void delete(String path) throws IOException {
        DurableFiles.deleteTree(path(path));
    }

    @Override
    public void force(String folder) throws IOException {
        for (Path path : DurableFiles.tree(path(folder))) {
            if (Files.isDirectory(path)) {
                DurableFiles.forceFolder(path);
            } else {
                DurableFiles.force(path);
            }
        }
    }

    @Override
    public void replace(String file, String text) throws IOException {
        Path next = path(LatestPointer.beside(file));
        DurableFiles.write(next, text);
        DurableFiles.move(next, path(file));
    }

    @Override
    public boolean movesFoldersAtOnce() {
        return true;
    }

    @Override
    public HeldLock lock(LockOwner owner) throws IOException {
        Files.createDirectories(root);
        return FileLockOfSystem.take(root, owner, clock);
    }
}
