package dev.gauntlet.cli;

import dev.gauntlet.reports.history.input.StoredRuns;
import dev.gauntlet.reports.history.output.HistoryJson;
import dev.gauntlet.reports.history.output.HistoryReport;
import dev.gauntlet.reports.history.output.HistoryTables;
import dev.gauntlet.reports.history.output.HistoryText;
import dev.gauntlet.reports.history.output.SuspicionText;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks back over stored runs. */
@Command(
    name = "history",
    description = {
      "Sets the newest stored run of each machine against those before it: a row is OK or",
      "SUSPECT, which is no verdict but a reason to measure it in pairs. That is done at once,",
      "if the jars were kept; the verdict is that of these pairs. Also says where rows changed",
      "for good. Reads records of `bench`, and logs of `gate`, whose base is taken. A row needs",
      "20 earlier runs of 5 forks."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is SUSPECT, or the pairs did not find it slower; always with --look",
      "1:REGRESSED: the pairs convict a SUSPECT",
      "2:bad use, or no history",
      "3:no answer: the pairs did not decide, a jar was not kept, or it went wrong",
      "4:the machine is unfit: too busy, or in use by another run",
      "5:forks of the candidate fail, or all forks of a row do"
    },
    footer = {
      "",
      "Examples:",
      "  gauntlet history runs --look",
      "  gauntlet history main-gates --ruler Baseline --time-box 20m --junit pairs.xml",
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

  @Mixin private SuspectOptions suspects;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private TableOptions tables;

  HistoryCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    @Nullable Pattern measure = ruler();
    HistoryReport report =
        HistoryReport.of(StoredRuns.read(places), measure, margin, release, printed()::command);
    tables.write(() -> HistoryTables.markdown(report), () -> HistoryTables.csv(report));
    out.print(json ? HistoryJson.of(report) : HistoryText.of(report, Terminal.style()));
    if (suspects.onlyLooks()) {
      out.print(json ? "" : SuspicionText.of(report));
      out.flush();
      return GateExit.PASS;
    }
    out.flush();
    int exit = new SuspectPairs(report, suspects, history(), json ? err : out, err).measure();
    out.flush();
    return exit;
  }

  /** The folder whose jars and pairs belong to the runs. */
  private Path history() {
    Path first = places.getFirst();
    return Files.isDirectory(first) ? first : first.resolveSibling("");
  }

  private PairedRun printed() {
    return new PairedRun(
        Objects.toString(suspects.base(), "base.jar"),
        Objects.toString(suspects.candidate(), "candidate.jar"));
  }

  private @Nullable Pattern ruler() {
    return ruler == null ? null : Regex.of("--ruler", ruler);
  }
}
