package org.osteocohort.publish;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/**
 * A store that fails at a chosen call, as stores do: before it did anything, after it did all, or with the answer
 * "false". Under the scheme {@code hdfs} it renames folders, under any other it refuses to.
 */
public final class FlakyFileSystem extends RawLocalFileSystem {
    /** How a call fails. */
    enum Fault {
        /** Nothing happens, and an exception is thrown. */
        REFUSED,
        /** All is done, and an exception is thrown: the answer was lost. */
        ANSWER_LOST,
        /** Nothing happens, and the answer is false; of a file, half is written. */
        FALSE_OR_HALF
    }

    private static int calls;
    private static int failsAt;
    private static Fault fault;

    private URI uri;

    /** From now on the call with this number fails, counted from one; zero for none. */
    static void failAt(int call, Fault how) {
        calls = 0;
        failsAt = call;
        fault = how;
    }

    /** Whether the chosen call came. */
    static boolean hasFailed() {
        return failsAt > 0 && calls >= failsAt;
    }

    static Configuration configuration() {
        Configuration configuration = new Configuration(false);
        for (String scheme : new String[] {"hdfs", "s3a", "flaky"}) {
            configuration.set("fs." + scheme + ".impl", FlakyFileSystem.class.getName());
            configuration.setBoolean("fs." + scheme + ".impl.disable.cache", true);
        }
        configuration.set("fs.AbstractFileSystem.hdfs.impl", Renaming.class.getName());
        return configuration;
    }

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
        super.initialize(name, configuration);
        uri = URI.create(name.getScheme() + "://test");
    }

    @Override
    public URI getUri() {
        return uri == null ? super.getUri() : uri;
    }

    @Override
    public String getScheme() {
        return getUri().getScheme();
    }

    private interface Call {
        boolean act() throws IOException;
    }

    private static Fault next() {
        calls++;
        return calls == failsAt ? fault : null;
    }

    private static boolean call(Call call) throws IOException {
        Fault now = next();
        if (now == Fault.REFUSED) {
            throw new IOException("refused on purpose");
        }
        if (now == Fault.FALSE_OR_HALF) {
            return false;
        }
        boolean answer = call.act();
        if (now == Fault.ANSWER_LOST) {
            throw new IOException("answer lost on purpose");
        }
        return answer;
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        if (!getScheme().equals("hdfs") && getFileStatus(from).isDirectory()) {
            throw new AssertionError("this store must not be asked to rename a folder");
        }
        return call(() -> super.rename(from, to));
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return call(() -> super.delete(path, recursive));
    }

    @Override
    public FSDataOutputStream create(
            Path file, boolean overwrite, int buffer, short replication, long block, Progressable progress)
            throws IOException {
        Fault now = next();
        if (now == Fault.REFUSED) {
            throw new IOException("refused on purpose");
        }
        FSDataOutputStream written = super.create(file, overwrite, buffer, replication, block, progress);
        return now == null ? written : new FSDataOutputStream(new Failing(written, now == Fault.FALSE_OR_HALF), null);
    }

    /** Fails when it is closed, with all that was written in the file or with half of it. */
    private static final class Failing extends FilterOutputStream {
        private final boolean half;

        Failing(OutputStream out, boolean half) {
            super(out);
            this.half = half;
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, half ? length / 2 : length);
        }

        @Override
        public void close() throws IOException {
            out.close();
            throw new IOException("failed on purpose while closing");
        }
    }

    /** The face of the store that replaces a file in one step. */
    public static final class Renaming extends DelegateToFileSystem {
        public Renaming(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(uri, initialized(uri, configuration), configuration, "hdfs", false);
        }

        private static FlakyFileSystem initialized(URI uri, Configuration configuration) throws IOException {
            FlakyFileSystem fileSystem = new FlakyFileSystem();
            fileSystem.initialize(uri, configuration);
            return fileSystem;
        }

        @Override
        public void renameInternal(Path from, Path to, boolean overwrite) throws IOException {
            boolean done = call(() -> {
                java.nio.file.Files.move(
                        java.nio.file.Path.of(from.toUri().getPath()),
                        java.nio.file.Path.of(to.toUri().getPath()),
                        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                return true;
            });
            if (!done) {
                throw new IOException("refused on purpose");
            }
        }

        @Override
        public int getUriDefaultPort() {
            return -1;
        }
    }
}
