package org.osteocohort.cli;

/** The program as its user called it, so that what a message says to do next can be copied. */
final class CommandName {
    /** The same in the texts of help, where the library fills it in. */
    static final String IN_HELP = "${env:OSTEOCOHORT_COMMAND:-osteocohort}";

    /** Set by the launcher. */
    private static final String VARIABLE = "OSTEOCOHORT_COMMAND";

    private CommandName() {}

    static String asTyped() {
        return System.getenv().getOrDefault(VARIABLE, "osteocohort");
    }
}
