package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.run.BenchUnavailableException;
import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.reports.record.ReportException;
import dev.gauntlet.stress.run.StressFailedException;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The entry point: {@code gauntlet <command>}. */
@Command(
    name = "gauntlet",
    description = "Executors and futures prove themselves: rules, races, benchmarks.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Beside these, `gauntlet verify` runs the project's own tests.",
      "Exit codes: 0 done, 1 a rule is broken or something is slower, 2 bad use,",
      "3 no answer or it went wrong, 4 machine unfit, 5 forks fail."
    },
    subcommands = {
      ListCommand.class,
      ConformCommand.class,
      BenchCommand.class,
      StressCommand.class,
      SoakCommand.class,
      GateCommand.class,
      CalibrateCommand.class,
      CompareCommand.class,
      HistoryCommand.class,
      ReportCommand.class,
      AutoComplete.GenerateCompletion.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {
  /** The exit code for a mistake of the user. */
  static final int BAD_USE = 2;

  /** The exit code for a failure of Gauntlet itself. */
  static final int WENT_WRONG = 3;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setParameterExceptionHandler(Main::badUse)
        .setExecutionExceptionHandler(Main::failed);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "no command is named");
  }

  private static int badUse(CommandLine.ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    complain(command, mistake.getMessage() + "; see `" + helpFor(command) + "`");
    return BAD_USE;
  }

  private static String helpFor(CommandLine command) {
    return command.getCommandSpec().qualifiedName() + " --help";
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof UserException
        || failure instanceof BenchUsageException
        || failure instanceof ReportException) {
      complain(command, failure.getMessage());
      return BAD_USE;
    }
    if (failure instanceof UnfitException) {
      complain(command, failure.getMessage());
      return GateExit.UNFIT;
    }
    if (failure instanceof BenchUnavailableException || failure instanceof StressFailedException) {
      complain(command, failure.getMessage());
      return WENT_WRONG;
    }
    complain(command, "an error of Gauntlet itself, please report it:");
    failure.printStackTrace(command.getErr());
    return WENT_WRONG;
  }

  private static void complain(CommandLine command, @Nullable String line) {
    command.getErr().println(Ansi.AUTO.string("@|bold gauntlet:|@ ") + line);
    command.getErr().flush();
  }
}
