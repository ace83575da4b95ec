package org.osteocohort.cli;

import java.time.Clock;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program. Exit codes are those of {@link ExitCode}. */
@Command(
        name = "osteocohort",
        header = "Nightly cohort analytics for pediatric osteoporosis.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        footer = {
            "",
            "Examples:",
            "  " + CommandName.IN_HELP
                    + " demo target/demo                                what it does, on invented children",
            "  " + CommandName.IN_HELP + " inspect /data/omop --format omop                what is in an extract",
            "  " + CommandName.IN_HELP + " init my-study                                   a job of your own to edit",
            "  " + CommandName.IN_HELP + " run my-study/job.yaml                           the study",
            "  source <(" + CommandName.IN_HELP + " generate-completion)                   completion for bash and zsh",
            "",
            "Exit codes: 0 published, 1 internal error, 2 bad job or arguments, 3 bad input,",
            "4 quality gate failed, 5 locked by another run, 6 output could not be published."
        })
public final class OsteoCohort implements Runnable {
    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec;

    private OsteoCohort() {}

    public static void main(String[] arguments) {
        boolean debug = "1".equals(System.getenv(FailureReport.DEBUG_VARIABLE));
        CurrentStage stage = new CurrentStage();
        FailureReport failures = new FailureReport(stage, debug);
        CommandLine commandLine =
                commandLine(new StudyOperations(Clock.systemUTC()), Clock.systemUTC(), stage, failures);
        int code = execute(commandLine, failures, arguments);
        // Some managed platforms take any exit, also that of a success, for a failure.
        if (code != ExitCode.PUBLISHED.number()) {
            System.exit(code);
        }
    }

    /** All commands, ready to be executed. */
    static CommandLine commandLine(Operations operations, Clock clock, CurrentStage stage, FailureReport failures) {
        CommandLine codes = new CommandLine(new CodesCommand())
                .addSubcommand(new CodesCheckCommand(stage))
                .addSubcommand(new CodesMatchCommand(stage));
        CommandLine phenotypes = new CommandLine(new PhenotypesCommand())
                .addSubcommand(new PhenotypesDescribeCommand(operations, stage));
        CommandLine runs = new CommandLine(new RunsCommand())
                .addSubcommand(new RunsListCommand(clock, stage))
                .addSubcommand(new RunsShowCommand(clock, stage))
                .addSubcommand(new RunsVerifyCommand(clock, stage))
                .addSubcommand(new RunsPruneCommand(clock, stage));
        CommandLine commandLine = new CommandLine(new OsteoCohort())
                .addSubcommand(new DemoCommand(operations, clock, stage))
                .addSubcommand(new InitCommand(stage))
                .addSubcommand(new RunCommand(operations, clock, stage))
                .addSubcommand(new CheckCommand(operations, stage))
                .addSubcommand(new InspectCommand(operations, stage))
                .addSubcommand(runs)
                .addSubcommand(new GenerateCommand(operations, stage))
                .addSubcommand(new ExplainCommand(stage))
                .addSubcommand(codes)
                .addSubcommand(phenotypes)
                .addSubcommand(new GenerateCompletion())
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(new BadArguments())
                .setExecutionExceptionHandler(failures);
        describe(commandLine.getSubcommands().get("generate-completion"));
        return commandLine;
    }

    /** The library's own command would be described as the program is. */
    private static void describe(CommandLine completion) {
        completion
                .getCommandSpec()
                .usageMessage()
                .header("Writes the completion of commands and options for bash and zsh.")
                .footer("", "Example:", "  source <(" + CommandName.IN_HELP + " generate-completion)");
    }

    /** Executes a command; whatever goes wrong ends in one report and one exit code. */
    static int execute(CommandLine commandLine, FailureReport failures, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (RuntimeException | Error failure) {
            // Errors pass picocli by, and the JVM would print their messages.
            return failures.tell(failure, commandLine.getErr());
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
