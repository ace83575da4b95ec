package org.osteocohort.fingerprint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * What a file's content was when it was looked at.
 *
 * <p>Up to {@value #WHOLE_UP_TO_BYTES} bytes the digest is the SHA-256 of the whole file. Above, reading all would take
 * as long as the study itself, so the digest is the SHA-256 of the length (8 bytes, most significant first), the first
 * and the last 4 MiB, and {@value #SAMPLES} blocks of 64 KiB at even distances: a new delivery changes the length or
 * the ends, and a Parquet file's last bytes hold the statistics of every column. A byte that somebody changes in place
 * between the blocks shows only in the time of modification.
 *
 * @param bytes length of the file
 * @param modified as the file system tells it
 * @param method how the digest was made
 * @param digest in lower-case hexadecimal digits
 */
public record FileFingerprint(long bytes, Instant modified, Method method, String digest) {
    /** Files up to this length are read whole. */
    public static final long WHOLE_UP_TO_BYTES = 256L << 20;

    private static final int SAMPLES = 64;
    private static final int SAMPLE_BYTES = 64 << 10;
    private static final int END_BYTES = 4 << 20;
    private static final int BUFFER_BYTES = 1 << 18;

    public FileFingerprint {
        Objects.requireNonNull(modified, "modified");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(digest, "digest");
    }

    /** How a digest was made. */
    public enum Method {
        /** Of every byte. */
        SHA256,
        /** Of the length, both ends and blocks between them. */
        SHA256_SAMPLED;

        /** The name in documents. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Looks at a file.
     *
     * @throws IOException when the file is not there or cannot be read to its end
     */
    public static FileFingerprint of(Path file) throws IOException {
        return of(file, WHOLE_UP_TO_BYTES);
    }

    /** The same with another limit, for tests. */
    static FileFingerprint of(Path file, long wholeUpToBytes) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        long bytes = attributes.size();
        Method method = bytes <= wholeUpToBytes ? Method.SHA256 : Method.SHA256_SAMPLED;
        MessageDigest digest = Digest.sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            switch (method) {
                case SHA256 -> read(channel, 0, bytes, digest);
                case SHA256_SAMPLED -> sample(channel, bytes, digest);
            }
        }
        return new FileFingerprint(
                bytes,
                attributes.lastModifiedTime().toInstant(),
                method,
                HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether the file still has the length and the time of modification of this fingerprint; reads no content. */
    public boolean stillLooksLike(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() == bytes
                    && attributes.lastModifiedTime().toInstant().equals(modified);
        } catch (IOException gone) {
            return false;
        }
    }

    /**
     * All that tells this content from another. Where not every byte was read, that is the time of modification too, in
     * which alone a change between the blocks would show.
     */
    public String identity() {
        String content = method.label() + " " + digest + " " + bytes;
        return method == Method.SHA256 ? content : content + " " + modified;
    }

    private static void sample(FileChannel channel, long bytes, MessageDigest digest) throws IOException {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes).flip());
        long end = Math.min(END_BYTES, bytes);
        read(channel, 0, end, digest);
        read(channel, bytes - end, end, digest);
        for (int sample = 1; sample <= SAMPLES; sample++) {
            long start = bytes / (SAMPLES + 1) * sample;
            read(channel, start, Math.min(SAMPLE_BYTES, bytes - start), digest);
        }
    }

    private static void read(FileChannel channel, long start, long length, MessageDigest digest) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, Math.max(1, length)));
        long position = start;
        while (position < start + length) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), start + length - position));
            int read = channel.read(buffer, position);
            if (read < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            position += read;
            digest.update(buffer.flip());
        }
    }
}
