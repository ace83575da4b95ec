package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.testkit.Faults;
import org.osteocohort.testkit.Program;

/** Processes that publish are killed: before each step, and again and again at any moment while a reader looks on. */
class KilledPublishTest {
    private static final long SEED = 20_261_123;
    private static final int MOST_MILLIS = 500;

    @TempDir
    private Path folder;

    private Path log() {
        return folder.resolve("log.txt");
    }

    private Path place() {
        return folder.resolve("output");
    }

    @ParameterizedTest
    @CsvSource({
        "publishing: reading back what was written, 1",
        "publishing: writing the manifest, 1",
        "publishing: giving the run its name, 1",
        "publishing: switching latest, 1",
        "publishing: done, 2"
    })
    void killedBeforeAStepTheOldRunOrTheNewOneIsLatestAndWhole(String step, int latest) throws Exception {
        OutputFolder output = OutputFolder.of(place());
        TinyRun.publish(output, TinyRun.NIGHT);
        Process process = Program.startTestClass(log(), PublishingProcess.class, place().toString(), step);
        assertThat(Program.end(process)).isEqualTo(PublishingProcess.KILLED);
        String named = output.latest().orElseThrow();
        assertThat(named).isEqualTo(TinyRun.id(TinyRun.NIGHT.plusSeconds(latest == 1 ? 0 : 60)));
        assertThat(output.verify(named)).isEmpty();
        TinyRun.publish(output, TinyRun.NIGHT.plus(Duration.ofDays(1)));
        assertThat(place().resolve("runs")).isDirectoryNotContaining("glob:**/.*");
        assertThat(output.verify(output.latest().orElseThrow())).isEmpty();
    }

    @Test
    void killedAtAnyMomentWhileAReaderLooksOnEveryRunThatIsReadIsWhole() throws Exception {
        Random random = new Random(SEED);
        OutputFolder output = OutputFolder.of(place());
        TinyRun.publish(output, TinyRun.NIGHT.minusSeconds(1));
        int looks = 0;
        for (int trial = 0; trial < Faults.trials(3, 60); trial++) {
            Process process = Program.startTestClass(log(), PublishingProcess.class, place().toString());
            String before = output.latest().orElseThrow();
            while (process.isAlive() && output.latest().orElseThrow().equals(before)) {
                looks += look(output);
            }
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS));
            while (System.nanoTime() < end) {
                looks += look(output);
            }
            assertThat(process.isAlive())
                    .as("the process publishes until it is killed")
                    .isTrue();
            process.destroyForcibly().waitFor();
            looks += look(output);
        }
        TinyRun.publish(output, TinyRun.NIGHT.plus(Duration.ofDays(400)));
        assertThat(output.verify(output.latest().orElseThrow())).isEmpty();
        assertThat(looks).isPositive();
    }

    /** A run may be removed while it is read; a reader then looks at the newer one. */
    private static int look(OutputFolder output) throws IOException {
        String named = output.latest().orElseThrow();
        try {
            List<String> problems = output.verify(named);
            if (problems.isEmpty()) {
                return 1;
            }
            assertThat(output.latest().orElseThrow())
                    .as("problems %s of a run that is still latest", problems)
                    .isNotEqualTo(named);
        } catch (IOException removed) {
            assertThat(output.latest().orElseThrow()).isNotEqualTo(named);
        }
        return 0;
    }
}
