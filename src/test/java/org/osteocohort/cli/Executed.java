package org.osteocohort.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** A command that was executed: its exit code and what it printed. */
record Executed(int code, String out, String err) {
    private static final Instant NIGHT = Instant.parse("2026-01-02T03:04:05Z");

    static Executed of(Operations work, boolean debug, String... arguments) {
        CurrentStage stage = new CurrentStage();
        FailureReport failures = new FailureReport(stage, debug);
        Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = OsteoCohort.commandLine(work, clock, stage, failures)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int code = OsteoCohort.execute(commandLine, failures, arguments);
        return new Executed(code, out.toString(), err.toString());
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
