package org.osteocohort.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * A file as it was read back.
 *
 * @param path below the run folder, with slashes
 * @param rows null for a file that is no Parquet
 */
record StagedFile(String path, long bytes, String sha256, Long rows) {
    private static final String PARQUET = ".parquet";
    private static final int BUFFER_BYTES = 1 << 16;

    static StagedFile read(Path root, Path file) throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        return new StagedFile(path, Files.size(file), sha256(file), isParquet(path) ? rows(file) : null);
    }

    static boolean isParquet(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(PARQUET) && !name.startsWith(".") && !name.startsWith("_");
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                digest.update(buffer, 0, length);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java has SHA-256", exception);
        }
    }

    private static long rows(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return reader.getRecordCount();
        } catch (RuntimeException exception) {
            // The reader says so when the footer is missing or damaged.
            throw new IOException("not a complete Parquet file", exception);
        }
    }
}
