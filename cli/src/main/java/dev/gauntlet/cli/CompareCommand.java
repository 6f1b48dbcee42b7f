package dev.gauntlet.cli;

import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.export.TextStyle;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets runs side by side. */
@Command(
    name = "compare",
    description = {
      "Sets later runs against the first: two, or as many as you like. Of one run, the subjects.",
      "The rounds of two runs are not interleaved, so a drift of the machine looks like a",
      "difference: this is a look and no verdict."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  gauntlet compare runs/monday runs/tuesday",
      "  gauntlet compare runs/v1 runs/v2 runs/v3"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "The folders of runs or their run.jsonl, the earliest first.")
  private List<Path> runs = List.of();

  CompareCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(table(CompareOptions.defaults(), Terminal.style()));
    out.flush();
    return 0;
  }

  private String table(CompareOptions options, TextStyle style) {
    return switch (runs.size()) {
      case 1 -> Reports.table(runs.get(0), options, style);
      case 2 -> Reports.differenceTable(runs.get(0), runs.get(1), options, style);
      default -> Reports.runsTable(runs, options, style);
    };
  }
}
