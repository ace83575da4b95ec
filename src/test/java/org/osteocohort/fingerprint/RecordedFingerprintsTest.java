package org.osteocohort.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded fingerprint stands for a file only as long as nothing can have happened to it. */
class RecordedFingerprintsTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path table;
    private String written;

    @BeforeEach
    void writeTheFile() throws IOException {
        file = Files.writeString(folder.resolve("person.csv"), "first");
        table = folder.resolve("fingerprints.json");
        written = FileFingerprint.of(file).digest();
    }

    /** The clock of a run that begins so long after the file was written. */
    private Clock after(Duration age) throws IOException {
        Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
        return Clock.fixed(changed.plus(age), ZoneOffset.UTC);
    }

    private void record(Duration age) throws IOException {
        RecordedFingerprints recorded = RecordedFingerprints.none(after(age));
        recorded.of(file);
        recorded.write(table);
    }

    /** Puts another digest into the table, so that a recorded fingerprint can be told from one that was taken. */
    private void mark() throws IOException {
        String text = Files.readString(table);
        String body = text.substring(text.indexOf('\n') + 1).replace(written, "recorded");
        Files.writeString(table, Digest.ofText(body) + "\n" + body);
    }

    private String digest() throws IOException {
        return RecordedFingerprints.read(table, after(Duration.ofHours(1)))
                .of(file)
                .digest();
    }

    @Test
    void aFileThatLooksAsRecordedIsNotRead() throws IOException {
        record(Duration.ofMinutes(1));
        mark();
        assertThat(digest()).isEqualTo("recorded");
    }

    @Test
    void whatIsKnownIsPassedOnToTheNextRun() throws IOException {
        record(Duration.ofMinutes(1));
        mark();
        RecordedFingerprints next = RecordedFingerprints.read(table, after(Duration.ofHours(1)));
        next.of(file);
        next.write(table);
        assertThat(digest()).isEqualTo("recorded");
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400_000, 0, 1999, 2000})
    void aFileThatIsYoungerThanTheCoarsestTimesIsReadAgain(long milliseconds) throws IOException {
        record(Duration.ofMillis(milliseconds));
        mark();
        assertThat(digest()).isEqualTo(written);
    }

    @Test
    void aMomentLaterItIsNot() throws IOException {
        record(Duration.ofMillis(2001));
        mark();
        assertThat(digest()).isEqualTo("recorded");
    }

    @Test
    void anotherLengthOrTimeIsNoticed() throws IOException {
        record(Duration.ofMinutes(1));
        mark();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(digest()).isEqualTo(written);
    }

    @Test
    void aChangeWhoseTimeWasSetBackIsNoticed() throws IOException {
        record(Duration.ofMinutes(1));
        Object before = Files.getAttribute(file, "unix:ctime");
        FileTime modified = Files.getLastModifiedTime(file);
        while (Files.getAttribute(file, "unix:ctime").equals(before)) {
            Files.writeString(file, "other");
            Files.setLastModifiedTime(file, modified);
        }
        assertThat(digest()).isEqualTo(FileFingerprint.of(file).digest()).isNotEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no digest", "0000\n{}"})
    void aDamagedTableTellsNothing(String text) throws IOException {
        record(Duration.ofMinutes(1));
        mark();
        Files.writeString(table, text);
        assertThat(digest()).isEqualTo(written);
    }

    @Test
    void aTableInWhichAByteChangedTellsNothing() throws IOException {
        record(Duration.ofMinutes(1));
        Files.writeString(table, Files.readString(table).replace(written, "recorded"));
        assertThat(digest()).isEqualTo(written);
    }
}
