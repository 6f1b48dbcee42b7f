package dev.gauntlet.benchmarks.run;

import java.util.List;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Reads flags as JMH does, and refuses those that a loop over forks has decided already. */
public final class FlagCheck {
  private final CommandLineOptions options;
  private final String hint;

  /**
   * @param hint what every refusal ends with, a text in brackets or nothing
   */
  public FlagCheck(CommandLineOptions options, String hint) {
    this.options = options;
    this.hint = hint;
  }

  /**
   * Reads flags.
   *
   * @throws BenchUsageException if JMH does not know one
   */
  public static CommandLineOptions read(List<String> flags) {
    try {
      return new CommandLineOptions(flags.toArray(String[]::new));
    } catch (CommandLineOptionException e) {
      throw new BenchUsageException(
          "JMH does not take these flags: " + oneLine(String.valueOf(e.getMessage())));
    }
  }

  static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").trim();
  }

  /**
   * Refuses a flag that was given.
   *
   * @throws BenchUsageException with one line
   */
  public void refuse(boolean given, String flag, String reason) {
    if (given) {
      throw new BenchUsageException(flag + " is not passed to JMH here: " + reason + hint);
    }
  }

  /** Refuses what makes JMH list something instead of measuring. */
  public void refuseLists() {
    boolean lists =
        options.shouldHelp()
            || options.shouldList()
            || options.shouldListWithParams()
            || options.shouldListProfilers()
            || options.shouldListResultFormats();
    refuse(lists, "a flag that only lists", "nothing would be measured");
  }
}
