package org.osteocohort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is told of a run whose clock the test moves. */
class ProgressTest {
    private final StringWriter told = new StringWriter();
    private long seconds;

    private Progress progress(ProgressMode mode) {
        return new Progress(mode, new PrintWriter(told, true), () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    /** Two stages; the second has four tasks of 25 seconds, of which two end. */
    private void run(ProgressMode mode) {
        Progress progress = progress(mode);
        progress.accept("starting Spark");
        seconds = 5;
        progress.accept("assessing the children");
        progress.tasksBegin(4);
        for (int task = 1; task <= 2; task++) {
            seconds += 25;
            progress.taskDone(1_234);
        }
        progress.end();
    }

    @Test
    void inALogEveryStageIsOneLineWithTheTimeSinceTheBeginning() {
        run(ProgressMode.LINES);
        assertThat(told.toString()).isEqualToNormalizingNewlines("""
                    0.0 s  starting Spark
                    5.0 s  assessing the children
                """);
    }

    @Test
    void onATerminalOneLineTellsTasksRowsAndTheTimeLeft() {
        run(ProgressMode.BAR);
        String text = told.toString();
        assertThat(text).endsWith(System.lineSeparator());
        String[] drawn = text.strip().split("\r");
        assertThat(drawn[drawn.length - 1].strip())
                .isEqualTo("55.0 s  assessing the children  [##########..........] 2 of 4 tasks, 2,468 rows, about 0:50"
                        + " left");
        assertThat(text.strip()).as("it is one line").doesNotContain("\n");
    }

    @Test
    void whoWantsNoneGetsNone() {
        run(ProgressMode.NONE);
        assertThat(told.toString()).isEmpty();
    }

    @Test
    void tasksThatAreTriedAgainNeverExceedTheWhole() {
        Progress progress = progress(ProgressMode.BAR);
        progress.accept("assessing the children");
        progress.tasksBegin(1);
        progress.taskDone(0);
        progress.taskDone(0);
        UnaryOperator<String> last =
                text -> text.substring(text.lastIndexOf('\r')).strip();
        assertThat(last.apply(told.toString())).endsWith("[####################] 1 of 1 tasks");
    }

    @Test
    void withoutATerminalLinesAreMeant() {
        assertThat(ProgressMode.AUTO.resolved()).isIn(ProgressMode.LINES, ProgressMode.BAR);
        assertThat(ProgressMode.NONE.resolved()).isEqualTo(ProgressMode.NONE);
    }
}
