package org.osteocohort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.osteocohort.publish.Manifest.StageTime;

/** Passes on the names of stages and notes how long each took, by a clock that cannot go back. */
final class StageTimes implements Consumer<String> {
    private final Consumer<String> next;
    private final LongSupplier nanoTime;
    private final List<StageTime> ended = new ArrayList<>();
    private String current;
    private long since;

    /**
     * Times of stages that are still to come.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    StageTimes(Consumer<String> next, LongSupplier nanoTime) {
        this.next = next;
        this.nanoTime = nanoTime;
    }

    @Override
    public void accept(String stage) {
        end();
        current = stage;
        next.accept(stage);
    }

    private void end() {
        long now = nanoTime.getAsLong();
        if (current != null) {
            ended.add(new StageTime(current, Duration.ofNanos(now - since)));
        }
        since = now;
        current = null;
    }

    /** The stages up to now; what comes next is a stage of its own. */
    List<StageTime> ended() {
        end();
        return List.copyOf(ended);
    }
}
