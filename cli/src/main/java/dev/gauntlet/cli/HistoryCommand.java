package dev.gauntlet.cli;

import dev.gauntlet.reports.history.input.StoredRuns;
import dev.gauntlet.reports.history.output.HistoryJson;
import dev.gauntlet.reports.history.output.HistoryReport;
import dev.gauntlet.reports.history.output.HistoryText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks back over stored runs. */
@Command(
    name = "history",
    description = {
      "Sets the newest stored run of each machine against those before it: a row is OK or",
      "SUSPECT, which is no verdict but a reason to measure it in pairs; the command for",
      "that is printed. Also says where rows changed for good. Reads records of `bench`, and",
      "logs of `gate`, whose base is taken. A row needs 20 earlier runs of 5 forks."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:looked back, whether or not anything is SUSPECT",
      "2:bad use, or no history"
    },
    footer = {
      "",
      "Examples:",
      "  gauntlet history runs",
      "  gauntlet history main-gates --ruler Baseline --base old.jar --candidate new.jar",
      "  gauntlet history main-gates --release $(git rev-list -n1 v1.2)"
    })
final class HistoryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folders with stored runs, at any depth; also single records.")
  private List<Path> places = List.of();

  @Option(
      names = "--ruler",
      paramLabel = "REGEX",
      description = {
        "The row that all times are divided by, found in its full name, such as",
        "'x.Y.method avgt size=1 x4'; default: RoundTripLatency of caller-runs, if measured."
      })
  private @Nullable String ruler;

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      converter = Fraction.class,
      defaultValue = "5%",
      description = "The least slow-down that is SUSPECT; default: 5%%.")
  private double margin;

  @Option(
      names = "--release",
      paramLabel = "COMMIT|RUN|DAY",
      description = {
        "The last release: also say what became slower since then, little by little. Its run",
        "is that of a commit, has a name, or is the last one up to a day such as 2026-11-24."
      })
  private @Nullable String release;

  @Option(
      names = "--base",
      paramLabel = "JAR",
      defaultValue = "base.jar",
      description = "The base in the commands that are printed; default: ${DEFAULT-VALUE}.")
  private Path base = Path.of("");

  @Option(
      names = "--candidate",
      paramLabel = "JAR",
      defaultValue = "candidate.jar",
      description = "The candidate in them; default: ${DEFAULT-VALUE}.")
  private Path candidate = Path.of("");

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  HistoryCommand() {}

  @Override
  public Integer call() {
    PairedRun pairs = new PairedRun(base, candidate);
    @Nullable Pattern measure = ruler();
    HistoryReport report =
        HistoryReport.of(StoredRuns.read(places), measure, margin, release, pairs::command);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? HistoryJson.of(report) : HistoryText.of(report, Terminal.style()));
    out.flush();
    return 0;
  }

  private @Nullable Pattern ruler() {
    return ruler == null ? null : Regex.of("--ruler", ruler);
  }
}
