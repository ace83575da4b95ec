package org.osteocohort.publish;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.osteocohort.fingerprint.Digest;

/**
 * A file as it was read back.
 *
 * @param path below the run folder, with slashes
 * @param rows null for a file that is no Parquet
 */
record StagedFile(String path, long bytes, String sha256, Long rows) {
    private static final String PARQUET = ".parquet";
    private static final int BUFFER_BYTES = 1 << 16;

    /** Reads a file of a run from its first to its last byte. */
    static StagedFile read(OutputStore store, String run, String path) throws IOException {
        String file = run + "/" + path;
        return new StagedFile(path, store.bytes(file), sha256(store, file), isParquet(path) ? rows(store, file) : null);
    }

    static boolean isParquet(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(PARQUET) && !name.startsWith(".") && !name.startsWith("_");
    }

    private static String sha256(OutputStore store, String file) throws IOException {
        MessageDigest digest = Digest.sha256();
        try (InputStream input = store.open(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long rows(OutputStore store, String file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(store.parquet(file), options)) {
            return reader.getRecordCount();
        } catch (RuntimeException exception) {
            // The reader says so when the footer is missing or damaged.
            throw new IOException("not a complete Parquet file", exception);
        }
    }
}
