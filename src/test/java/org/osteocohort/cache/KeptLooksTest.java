package org.osteocohort.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.fingerprint.InputFiles;

/** What a file told at a first look is believed as long as nothing that it may depend on has changed. */
class KeptLooksTest {
    @TempDir
    private Path folder;

    private int looked;

    @BeforeEach
    void lookOnce() throws IOException {
        Files.createDirectories(folder.resolve("extract"));
        file("Patient.ndjson", "patients");
        run("engine", "Patient.ndjson");
        looked = 0;
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve("extract").resolve(name), text);
    }

    /** One run, that asks for some files. */
    private void run(String engine, String... files) throws IOException {
        KeptLooks looks = new KeptLooks(folder.resolve("cache"), engine);
        InputFiles inputs = InputFiles.of(folder.resolve("extract"));
        for (String file : files) {
            assertThat(looks.at(inputs).of(file, () -> {
                        looked++;
                        return "told of " + file;
                    }))
                    .isEqualTo("told of " + file);
        }
        looks.write();
    }

    @Test
    void aFileThatDidNotChangeIsNotLookedAtAgain() throws IOException {
        run("engine", "Patient.ndjson");
        run("engine", "Patient.ndjson");
        assertThat(looked).isZero();
    }

    @Test
    void anotherContentNameOrEngineIsLookedAt() throws IOException {
        run("another engine", "Patient.ndjson");
        assertThat(looked).isEqualTo(1);
        file("Patient.ndjson", "other patients");
        run("another engine", "Patient.ndjson");
        assertThat(looked).isEqualTo(2);
        file("Person.ndjson", "other patients");
        run("another engine", "Person.ndjson");
        assertThat(looked).isEqualTo(3);
    }

    @Test
    void whatARunDidNotAskForIsForgotten() throws IOException {
        run("engine");
        run("engine", "Patient.ndjson");
        assertThat(looked).isEqualTo(1);
    }

    @Test
    void aDamagedDocumentTellsNothing() throws IOException {
        Path document = folder.resolve("cache/looks.json");
        Files.writeString(document, Files.readString(document).replace("told of", "sold of"));
        run("engine", "Patient.ndjson");
        assertThat(looked).isEqualTo(1);
    }

    @Test
    void aFileThatCameAfterTheFingerprintsIsNotRemembered() throws IOException {
        KeptLooks looks = new KeptLooks(folder.resolve("cache"), "engine");
        InputFiles before = InputFiles.of(folder.resolve("extract"));
        file("late.ndjson", "patients");
        assertThat(looks.at(before).of("late.ndjson", () -> "told")).isEqualTo("told");
        looks.write();
        run("engine", "late.ndjson");
        assertThat(looked).isEqualTo(1);
    }
}
