package org.osteocohort.cli;

import java.io.Console;

/** How a run tells where it is. */
enum ProgressMode {
    /** A bar on a terminal, lines elsewhere. */
    AUTO,
    /** One line that changes: stage, tasks, rows, time left. */
    BAR,
    /** One line a stage. */
    LINES,
    NONE;

    /** What is meant here and now. */
    ProgressMode resolved() {
        if (this != AUTO) {
            return this;
        }
        return isTerminal(System.console()) ? BAR : LINES;
    }

    /** From Java 22 on there is a console also where there is no terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException unexpected) {
            return false;
        }
    }
}
