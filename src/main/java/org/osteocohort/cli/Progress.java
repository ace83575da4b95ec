package org.osteocohort.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells where a run is, on the terminal or in a log: names of stages, counts of tasks and of rows read, and times. Rows
 * are those of the whole input, so no small group of children shows. Safe for several threads: Spark tells of its tasks
 * in a thread of its own.
 */
final class Progress implements Consumer<String> {
    private static final double NANOS_OF_A_SECOND = 1e9;
    private static final int BAR_WIDTH = 20;
    private static final int LINE_WIDTH = 110;
    private static final int SECONDS_OF_A_MINUTE = 60;

    private final ProgressMode mode;
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final long began;
    private String stage = "";
    private boolean lineIsOpen;
    private int tasks;
    private int tasksDone;
    private long rows;
    private long tasksBegan;

    /**
     * Nothing was told yet.
     *
     * @param mode not {@link ProgressMode#AUTO}
     * @param nanoTime as {@link System#nanoTime}
     */
    Progress(ProgressMode mode, PrintWriter out, LongSupplier nanoTime) {
        this.mode = mode;
        this.out = out;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    @Override
    public synchronized void accept(String name) {
        stage = name;
        tasks = 0;
        tasksDone = 0;
        rows = 0;
        switch (mode) {
            case LINES, AUTO -> {
                out.println(String.format(Locale.ROOT, "%7.1f s  %s", secondsSince(began), name));
                out.flush();
            }
            case BAR -> draw();
            case NONE -> {
                // Asked to be silent.
            }
        }
    }

    /** Spark begins so many tasks, which replace those before. */
    synchronized void tasksBegin(int count) {
        tasks = count;
        tasksDone = 0;
        tasksBegan = nanoTime.getAsLong();
        if (mode == ProgressMode.BAR) {
            draw();
        }
    }

    /** A task ended well. */
    synchronized void taskDone(long rowsRead) {
        tasksDone = Math.min(tasks, tasksDone + 1);
        rows += rowsRead;
        if (mode == ProgressMode.BAR) {
            draw();
        }
    }

    /** Leaves the terminal's cursor at the start of a line. */
    synchronized void end() {
        if (lineIsOpen) {
            out.println();
            out.flush();
            lineIsOpen = false;
        }
    }

    private void draw() {
        String line = String.format(Locale.ROOT, "%7.1f s  %s", secondsSince(began), stage);
        if (tasks > 0) {
            int filled = BAR_WIDTH * tasksDone / tasks;
            line += String.format(
                    Locale.ROOT,
                    "  [%s%s] %,d of %,d tasks",
                    "#".repeat(filled),
                    ".".repeat(BAR_WIDTH - filled),
                    tasksDone,
                    tasks);
            line += rows > 0 ? String.format(Locale.ROOT, ", %,d rows", rows) : "";
            line += left();
        }
        String fitting = line.length() > LINE_WIDTH ? line.substring(0, LINE_WIDTH) : line;
        out.print("\r" + fitting + " ".repeat(LINE_WIDTH - fitting.length()));
        out.flush();
        lineIsOpen = true;
    }

    private String left() {
        if (tasksDone == 0 || tasksDone == tasks) {
            return "";
        }
        long seconds = Math.round(secondsSince(tasksBegan) / tasksDone * (tasks - tasksDone));
        return String.format(
                Locale.ROOT, ", about %d:%02d left", seconds / SECONDS_OF_A_MINUTE, seconds % SECONDS_OF_A_MINUTE);
    }

    private double secondsSince(long moment) {
        return (nanoTime.getAsLong() - moment) / NANOS_OF_A_SECOND;
    }
}
