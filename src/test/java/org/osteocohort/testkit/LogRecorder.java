package org.osteocohort.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Everything that Spark and we would log while a test runs, at the level of warnings, stack traces included. */
public final class LogRecorder extends AbstractAppender implements AutoCloseable {
    private static final String SPARK = "org.apache.spark";

    private final StringBuffer text = new StringBuffer();
    private final LoggerContext context;
    private final LoggerConfig logger;
    private final Level before;

    public LogRecorder() {
        super("recorder", null, null, true, Property.EMPTY_ARRAY);
        this.context = (LoggerContext) LogManager.getContext(false);
        this.logger = context.getConfiguration().getLoggerConfig(SPARK);
        this.before = logger.getLevel();
        start();
        logger.addAppender(this, Level.WARN, null);
        logger.setAdditive(false);
        logger.setLevel(Level.WARN);
        context.updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
        StringWriter stack = new StringWriter();
        if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(stack));
        }
        text.append(event.getMessage().getFormattedMessage()).append('\n').append(stack);
    }

    public String text() {
        return text.toString();
    }

    @Override
    public void close() {
        logger.removeAppender(getName());
        logger.setAdditive(true);
        logger.setLevel(before);
        context.updateLoggers();
        stop();
    }
}
