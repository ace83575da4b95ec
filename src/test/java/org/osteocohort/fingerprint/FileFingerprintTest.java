package org.osteocohort.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.fingerprint.FileFingerprint.Method;

class FileFingerprintTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int BYTES = 20 * MEBIBYTE;

    @TempDir
    private Path folder;

    private Path file;
    private byte[] bytes;

    @BeforeEach
    void aFileOfNoise() throws IOException {
        bytes = new byte[BYTES];
        new Random(7).nextBytes(bytes);
        file = Files.write(folder.resolve("person.parquet"), bytes);
    }

    private String sampled(byte[] content) throws IOException {
        return FileFingerprint.of(Files.write(folder.resolve("other"), content), MEBIBYTE)
                .digest();
    }

    @Test
    void theDigestOfASmallFileIsThatOfEveryByte() throws Exception {
        FileFingerprint fingerprint = FileFingerprint.of(file);
        assertThat(fingerprint.method()).isEqualTo(Method.SHA256);
        assertThat(fingerprint.bytes()).isEqualTo(BYTES);
        assertThat(fingerprint.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void anEmptyFileHasAFingerprintToo() throws IOException {
        assertThat(FileFingerprint.of(Files.createFile(folder.resolve("empty"))).bytes())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aFileIsReadWholeUpToTheLimitAndSampledAbove(int above) throws IOException {
        Method expected = above <= 0 ? Method.SHA256 : Method.SHA256_SAMPLED;
        assertThat(FileFingerprint.of(file, BYTES - above).method()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4 * MEBIBYTE - 1, BYTES / 65, 3 * (BYTES / 65), BYTES - 4 * MEBIBYTE, BYTES - 1})
    void aChangeAtAnEndOrInASampledBlockShows(int position) throws IOException {
        byte[] changed = bytes.clone();
        changed[position] ^= 1;
        assertThat(sampled(changed)).isNotEqualTo(sampled(bytes));
    }

    @Test
    void anotherLengthShowsAndAChangeBetweenTheBlocksDoesNot() throws IOException {
        assertThat(sampled(Arrays.copyOf(bytes, BYTES + 1))).isNotEqualTo(sampled(bytes));
        byte[] changed = bytes.clone();
        changed[20 * (BYTES / 65) + (64 << 10) + 1] ^= 1;
        assertThat(sampled(changed))
                .as("the limit that the documentation states")
                .isEqualTo(sampled(bytes));
    }

    @Test
    void aFileStillLooksLikeItselfUntilItsLengthOrTimeChanges() throws IOException {
        FileFingerprint fingerprint = FileFingerprint.of(file);
        assertThat(fingerprint.stillLooksLike(file)).isTrue();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(fingerprint.stillLooksLike(file)).isFalse();
        Files.delete(file);
        assertThat(fingerprint.stillLooksLike(file)).isFalse();
        assertThatThrownBy(() -> FileFingerprint.of(file)).isInstanceOf(IOException.class);
    }

    @Test
    void aFolderIsItsVisibleFilesByPathAndTheOrderOfCreationDoesNotCount() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one/visit"));
        Path two = Files.createDirectories(folder.resolve("two/visit"));
        Files.writeString(one.resolve("part-0.csv"), "a");
        Files.writeString(one.resolve("part-1.csv"), "b");
        Files.writeString(two.resolve("part-1.csv"), "b");
        Files.writeString(two.resolve("part-0.csv"), "a");
        Files.writeString(two.resolve("_SUCCESS"), "");
        Files.writeString(two.resolve(".part-0.csv.crc"), "x");
        assertThat(InputFiles.of(folder.resolve("two")).files())
                .containsOnlyKeys("visit/part-0.csv", "visit/part-1.csv");
        assertThat(InputFiles.of(folder.resolve("one")).digest())
                .isEqualTo(InputFiles.of(folder.resolve("two")).digest());
        Files.writeString(one.resolve("part-0.csv"), "c");
        assertThat(InputFiles.of(folder.resolve("one")).digest())
                .isNotEqualTo(InputFiles.of(folder.resolve("two")).digest());
    }
}
