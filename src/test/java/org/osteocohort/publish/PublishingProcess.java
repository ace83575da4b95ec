package org.osteocohort.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.osteocohort.job.JobOperation;

/** A process that publishes small runs, and is killed. */
final class PublishingProcess {
    /** As of a process that the system kills: no hooks, no finally. */
    static final int KILLED = 137;

    private PublishingProcess() {}

    /**
     * Publishes.
     *
     * @param arguments the output; then either the step before which the process dies, or nothing to publish without an
     *     end
     */
    public static void main(String[] arguments) throws IOException {
        OutputFolder output = OutputFolder.of(Path.of(arguments[0]));
        if (arguments.length > 1) {
            publish(output, TinyRun.NIGHT.plusSeconds(60), arguments[1]);
            return;
        }
        for (Instant started = TinyRun.NIGHT; ; started = started.plusSeconds(1)) {
            publish(output, started, "never");
        }
    }

    private static void publish(OutputFolder output, Instant started, String lastStep) throws IOException {
        try (RunFolder run = output.start(started, TinyRun.DIGEST, step -> {
            if (step.equals(lastStep)) {
                Runtime.getRuntime().halt(KILLED);
            }
        })) {
            TinyRun.fill(run);
            run.publish(TinyRun.MANIFEST, TinyRun.TABLES, lastStep.equals("never") ? 3 : JobOperation.KEEP_ALL);
        }
    }
}
