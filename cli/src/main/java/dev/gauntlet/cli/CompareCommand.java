package dev.gauntlet.cli;

import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.export.RunsExport;
import dev.gauntlet.reports.export.TextStyle;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets runs side by side. */
@Command(
    name = "compare",
    description = {
      "Sets later runs against the first: two, or as many as you like. Of one run, the subjects.",
      "Says which of them cannot be told apart, with the whole table judged together.",
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

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Mixin private TableOptions tables;

  CompareCommand() {}

  @Override
  public Integer call() {
    CompareOptions options = CompareOptions.defaults();
    tables.write(() -> markdown(options), () -> csv(options));
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(options) : table(options, Terminal.style()));
    out.flush();
    return 0;
  }

  private String json(CompareOptions options) {
    return runs.size() == 1
        ? Reports.json(runs.get(0), options)
        : RunsExport.json(Reports.abreast(runs, options));
  }

  private String csv(CompareOptions options) {
    return runs.size() == 1
        ? Reports.csv(runs.get(0), options)
        : RunsExport.csv(Reports.abreast(runs, options));
  }

  private String markdown(CompareOptions options) {
    return runs.size() == 1
        ? Reports.markdown(runs.get(0), options)
        : RunsExport.markdown(Reports.abreast(runs, options));
  }

  private String table(CompareOptions options, TextStyle style) {
    return runs.size() == 1
        ? Reports.table(runs.get(0), options, style)
        : Reports.runsTable(runs, options, style);
  }
}
