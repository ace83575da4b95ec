package org.osteocohort.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;

/**
 * A lock that the operating system keeps: it is free again as soon as its process is gone, however that ended. The text
 * in the file only tells people who has it. The file itself stays, since two processes could otherwise lock two files
 * of the same name.
 */
final class FileLockOfSystem implements HeldLock {
    private static final int LONGEST_TEXT = 4096;

    private final FileChannel channel;
    private final FileLock lock;
    private final Optional<LockOwner> diedBefore;

    private FileLockOfSystem(FileChannel channel, FileLock lock, Optional<LockOwner> diedBefore) {
        this.channel = channel;
        this.lock = lock;
        this.diedBefore = diedBefore;
    }

    /**
     * Takes the lock.
     *
     * @throws LockedException when another process, or another run in this one, has it
     */
    static FileLockOfSystem take(Path output, LockOwner owner, Clock clock) throws IOException {
        FileChannel channel = FileChannel.open(
                output.resolve(OutputFolder.LOCK),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = tryLock(channel);
            Optional<LockOwner> before = LockOwner.parse(text(channel));
            if (lock == null) {
                throw new LockedException(
                        output.toString(),
                        before.map(other -> other.describe(clock.instant())).orElse("it has just begun"));
            }
            write(channel, owner.text());
            return new FileLockOfSystem(channel, lock, before);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_TEXT);
        channel.read(buffer, 0);
        return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }

    @Override
    public Optional<LockOwner> diedBefore() {
        return diedBefore;
    }

    @Override
    public void requireHeld() throws IOException {
        if (!lock.isValid()) {
            throw new IOException("the lock was lost");
        }
    }

    /** An empty file says that the run ended as it should. */
    @Override
    public void close() {
        try (channel) {
            write(channel, "");
        } catch (IOException exception) {
            // The system frees the lock all the same; the next run will only think that this one died.
        }
    }
}
