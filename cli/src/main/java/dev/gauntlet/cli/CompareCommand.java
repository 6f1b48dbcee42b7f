package dev.gauntlet.cli;

import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.compare.CompareOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets one run against another. */
@Command(
    name = "compare",
    description = {
      "Sets a later run against an earlier one.",
      "The rounds of two runs are not interleaved, so a drift of the machine looks like a",
      "difference: this is a look and no verdict."
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier run.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The later run.")
  private Path after = Path.of("");

  CompareCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        Reports.differenceTable(before, after, CompareOptions.defaults(), Terminal.style()));
    out.flush();
    return 0;
  }
}
