package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock of a local output, within one process; {@code KilledPublishTest} looks at killed ones. */
class LockTest {
    private static final Instant NIGHT = TinyRun.NIGHT;

    @TempDir
    private Path folder;

    @Test
    void aSecondRunIsToldTheHostTheProcessAndTheAgeOfTheFirst() throws IOException {
        OutputFolder output = OutputFolder.of(folder);
        Instant started = Instant.now().minusSeconds(3 * 3600 + 120);
        try (RunFolder first = TinyRun.start(output, started)) {
            assertThatThrownBy(() -> TinyRun.start(output, NIGHT))
                    .isInstanceOf(LockedException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining(first.runId() + " on host ")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("(3 h 2 min ago)");
            TinyRun.fill(first);
            first.publish(TinyRun.MANIFEST, TinyRun.TABLES, 0);
        }
        assertThat(output.latest()).isPresent();
        TinyRun.publish(output, NIGHT);
    }

    @Test
    void noRunIsRemovedWhileAnotherIsMade() throws IOException {
        OutputFolder output = OutputFolder.of(folder);
        TinyRun.publish(output, NIGHT);
        TinyRun.publish(output, NIGHT.plusSeconds(60));
        try (RunFolder run = TinyRun.start(output, NIGHT.plusSeconds(120))) {
            assertThatThrownBy(() -> output.prune(1, NIGHT)).isInstanceOf(LockedException.class);
        }
        assertThat(output.runs()).hasSize(2);
        assertThat(output.prune(1, NIGHT)).hasSize(1);
    }

    @Test
    void theLockOfAnEndedRunIsEmptyAndThatOfADeadOneIsTold() throws IOException {
        OutputFolder output = OutputFolder.of(folder);
        TinyRun.publish(output, NIGHT);
        assertThat(folder.resolve(".lock")).isEmptyFile();
        Files.writeString(folder.resolve(".lock"), new LockOwner("ward-7", 4711, "a dead run", NIGHT).text());
        List<String> told = new ArrayList<>();
        output.start(NIGHT.plus(Duration.ofDays(1)), TinyRun.DIGEST, told::add).close();
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith(
                        "cleaning up after a run that ended without a word: a dead run on host ward-7, process 4711");
    }
}
