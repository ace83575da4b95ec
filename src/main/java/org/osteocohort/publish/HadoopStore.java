package org.osteocohort.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.osteocohort.job.OutputLocation;

/** A folder of a store that Hadoop reaches. */
final class HadoopStore implements OutputStore {
    private final Path root;
    private final Configuration configuration;
    private final FileSystem fileSystem;
    private final StoreKind kind;
    private final Clock clock;
    private final LeaseTimes times;

    HadoopStore(OutputLocation output, Configuration configuration, Clock clock, LeaseTimes times) throws IOException {
        this.root = new Path(output.uri());
        this.configuration = configuration;
        this.fileSystem = root.getFileSystem(configuration);
        this.kind = StoreKind.of(output.uri().getScheme());
        this.clock = clock;
        this.times = times;
    }

    private Path path(String path) {
        return path.isEmpty() ? root : new Path(root, path);
    }

    @Override
    public String name(String path) {
        return path(path).toString();
    }

    @Override
    public boolean exists(String path) throws IOException {
        return fileSystem.exists(path(path));
    }

    @Override
    public List<String> children(String folder) throws IOException {
        return Arrays.stream(list(path(folder)))
                .map(entry -> entry.getPath().getName())
                .sorted()
                .toList();
    }

    private FileStatus[] list(Path folder) throws IOException {
        try {
            return fileSystem.listStatus(folder);
        } catch (FileNotFoundException exception) {
            return new FileStatus[0];
        }
    }

    @Override
    public List<String> files(String folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (FileStatus entry : list(path(folder))) {
            String name = folder.isEmpty()
                    ? entry.getPath().getName()
                    : folder + "/" + entry.getPath().getName();
            if (entry.isDirectory()) {
                files.addAll(files(name));
            } else {
                files.add(name);
            }
        }
        return files.stream().sorted().toList();
    }

    @Override
    public long bytes(String file) throws IOException {
        return fileSystem.getFileStatus(path(file)).getLen();
    }

    @Override
    public InputStream open(String file) throws IOException {
        return fileSystem.open(path(file));
    }

    @Override
    public InputFile parquet(String file) throws IOException {
        return HadoopInputFile.fromStatus(fileSystem.getFileStatus(path(file)), configuration);
    }

    @Override
    public void makeFolder(String folder) throws IOException {
        if (!fileSystem.mkdirs(path(folder))) {
            throw new IOException("cannot make the folder " + name(folder));
        }
    }

    @Override
    public void write(String file, String text) throws IOException {
        try (FSDataOutputStream output = fileSystem.create(path(file), true)) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void bring(java.nio.file.Path local, String file) throws IOException {
        fileSystem.copyFromLocalFile(false, true, new Path(local.toUri()), path(file));
    }

    /** Some stores answer false instead of throwing, and some answer false although it worked. */
    @Override
    public void move(String from, String to) throws IOException {
        fileSystem.mkdirs(path(to).getParent());
        if (!fileSystem.rename(path(from), path(to))) {
            throw new IOException("the store did not rename " + name(from));
        }
    }

    @Override
    public void delete(String path) throws IOException {
        fileSystem.delete(path(path), true);
        if (fileSystem.exists(path(path))) {
            throw new IOException("the store did not remove " + name(path));
        }
    }

    /** These stores keep what was written and closed. */
    @Override
    public void force(String folder) {
        // Nothing is left to do.
    }

    /** Where nothing can be renamed over a file, a reader that finds the file cut off finds the text beside it. */
    @Override
    public void replace(String file, String text) throws IOException {
        Path next = path(LatestPointer.beside(file));
        try (FSDataOutputStream output = fileSystem.create(next, true)) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (kind.renamesOverFiles()) {
            // Only this call of Hadoop replaces a file in one step.
            FileContext.getFileContext(root.toUri(), configuration).rename(next, path(file), Options.Rename.OVERWRITE);
        } else {
            write(file, text);
        }
    }

    @Override
    public boolean movesFoldersAtOnce() {
        return kind.renamesFolders();
    }

    @Override
    public HeldLock lock(LockOwner owner) throws IOException {
        makeFolder("");
        return Lease.take(new LeaseFile(fileSystem, path(OutputFolder.LOCK)), owner, clock, times, Lease.Pause::sleep);
    }
}
