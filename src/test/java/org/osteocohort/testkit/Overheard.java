package org.osteocohort.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.EventLoggingListener;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.problem.ProblemsException;
import scala.Option;

/**
 * All that a run in this JVM says, in files, as the packaged program would say it: its log, Spark's event log, the names
 * of its stages and the problems with which it ends.
 */
public final class Overheard implements AutoCloseable {
    private final Path folder;
    private final SparkContext spark;
    private final EventLoggingListener events;
    private final PrintStream usualErrors = System.err;
    private final LoggerContext logs = LoggerContext.getContext(false);
    private final URI usualLogs = logs.getConfigLocation();

    /** Listens from now on. */
    public Overheard(SparkSession session, Path folder) throws IOException, URISyntaxException {
        this.folder = Files.createDirectories(folder);
        this.spark = session.sparkContext();
        this.events = new EventLoggingListener(
                "overheard", Option.empty(), folder.toUri(), spark.conf(), spark.hadoopConfiguration());
        events.start();
        spark.addSparkListener(events);
        System.setErr(new PrintStream(Files.newOutputStream(folder.resolve("log.txt")), true));
        logs.setConfigLocation(Overheard.class
                .getResource("/org/osteocohort/log4j2.properties")
                .toURI());
    }

    /** Notes what the operator is told, one line. */
    public void told(String line) {
        try {
            Files.writeString(
                    folder.resolve("messages.txt"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Notes what the operator is told of a failure: its problems, and of what is none, the name of its class. */
    public void failed(RuntimeException failure) {
        if (failure instanceof ProblemsException problems) {
            problems.problems().forEach(problem -> told(problem.toString()));
        } else {
            told(failure.getClass().getName());
        }
    }

    public Path folder() {
        return folder;
    }

    /** Listens no longer. */
    @Override
    public void close() throws Exception {
        spark.listenerBus().waitUntilEmpty();
        spark.removeSparkListener(events);
        events.stop();
        System.err.close();
        System.setErr(usualErrors);
        logs.setConfigLocation(usualLogs);
    }
}
