package org.osteocohort.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** SHA-256 digests, in lower-case hexadecimal digits. */
public final class Digest {
    private static final int BUFFER_BYTES = 1 << 16;

    private Digest() {}

    /** Of a text in UTF-8. */
    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of a file's name and content. */
    public static String ofFile(Path file) {
        return ofFiles(List.of(file));
    }

    /** Of the names and contents of some files directly in a folder, in the order of names, and of further files. */
    public static String ofFolder(Path folder, Predicate<Path> some, List<Path> further) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files =
                    entries.filter(Files::isRegularFile).filter(some).sorted().toList();
            return ofFiles(Stream.concat(files.stream(), further.stream()).toList());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Of a file's content, which may be large. */
    public static String ofContent(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream input = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String ofFiles(List<Path> files) {
        MessageDigest digest = sha256();
        for (Path file : files) {
            try {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(sha256().digest(Files.readAllBytes(file)));
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A new computation. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java has SHA-256", exception);
        }
    }
}
