package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.run.BenchOptions;
import dev.gauntlet.benchmarks.run.BenchOutcome;
import dev.gauntlet.benchmarks.run.BenchPlan;
import dev.gauntlet.benchmarks.run.BenchSession;
import dev.gauntlet.benchmarks.run.RunFolder;
import dev.gauntlet.benchmarks.run.Suite;
import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.record.RunEnd;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures. */
@Command(
    name = "bench",
    description = {
      "Measures the subjects and writes a run record and a page.",
      "Forks are interleaved in random order. Ctrl-C keeps what was measured; --resume goes on."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured, as far as it was not interrupted",
      "2:bad use, or nothing was measured",
      "3:it went wrong",
      "5:forks fail; one that gives a wrong answer does"
    },
    footer = {
      "",
      "Examples:",
      "  gauntlet bench --quick",
      "  gauntlet bench --subject lockfree,jdk-fixed --scenario RoundTripLatency",
      "  gauntlet bench --resume",
      "  gauntlet bench --quick -- -prof stack"
    })
final class BenchCommand implements Callable<Integer> {
  private static final Path RUNS = Path.of("runs");

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = true)
  private @Nullable Extent extent;

  @Option(
      names = "--subject",
      split = ",",
      completionCandidates = Completions.OfSubjects.class,
      paramLabel = "SUBJECT",
      description = "Only these subjects; see `gauntlet list`.")
  private List<String> subjects = List.of();

  @Option(
      names = "--scenario",
      split = ",",
      completionCandidates = Completions.OfScenarios.class,
      paramLabel = "SCENARIO",
      description = "Only these scenarios; see `gauntlet list`.")
  private List<String> scenarios = List.of();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Worker threads of each executor; default: the processors.")
  private @Nullable Integer workers;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds, which is forks of each cell.")
  private @Nullable Integer rounds;

  @Option(
      names = "--budget",
      paramLabel = "MINUTES",
      description = "Stop after the round that would pass this time.")
  private @Nullable Integer budget;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the order of the forks; printed with each run.")
  private @Nullable Long seed;

  @Option(
      names = "--resume",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "RUN",
      description = "Go on with a run that was stopped; default: the newest one.")
  private @Nullable String resume;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The page; default: report.html in the folder of the run.")
  private @Nullable Path page;

  @Option(names = "--json", description = "Print the comparison as JSON instead of a table.")
  private boolean json;

  @Mixin private TableOptions tables;

  @Mixin private HeadlineOption headline;

  @Parameters(arity = "0..*", paramLabel = "JMH", description = "After --: further flags for JMH.")
  private List<String> jmhFlags = List.of();

  BenchCommand() {}

  /** How much is measured. */
  static final class Extent {
    @Option(names = "--quick", description = "A look, in three minutes; no result.")
    private boolean quick;

    @Option(names = "--full", description = "Every row; takes hours.")
    private boolean full;

    Extent() {}

    Suite suite() {
      if (quick) {
        return Suite.QUICK;
      }
      return full ? Suite.FULL : Suite.DEFAULT;
    }
  }

  @Override
  public Integer call() {
    try (BenchSession session = BenchSession.open(options())) {
      announce(session.plan());
      BenchOutcome outcome = session.run(new BenchProgress(spec.commandLine().getErr()));
      if (outcome.forks() > 0) {
        report(outcome);
      } else {
        complain(outcome);
      }
      return exitOf(outcome);
    }
  }

  /** A subject that loses a task or mixes results up has no place in a comparison unnoticed. */
  static int exitOf(BenchOutcome outcome) {
    return outcome.failures() == 0 ? GateExit.PASS : GateExit.FAILED;
  }

  /** A run is resumed with the options it was started with. */
  private String resumption() {
    List<String> arguments =
        new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
    if (!arguments.contains("--resume")) {
      arguments.add(1, "--resume");
    }
    return "gauntlet " + String.join(" ", arguments);
  }

  private BenchOptions options() {
    BenchOptions.Builder options =
        BenchOptions.builder()
            .suite(extent == null ? Suite.DEFAULT : extent.suite())
            .subjects(subjects)
            .scenarios(scenarios)
            .jmhFlags(jmhFlags)
            .runsDirectory(RUNS)
            .sources(SourceFolder.path());
    if (workers != null) {
      options.workers(workers);
    }
    if (rounds != null) {
      options.rounds(rounds);
    }
    if (budget != null) {
      options.budget(Duration.ofMinutes(budget));
    }
    if (seed != null) {
      options.seed(seed);
    }
    if (resume != null) {
      options.resume(runToResume(resume));
    }
    return options.build();
  }

  private static Path runToResume(String named) {
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    return RunFolder.newestUnfinished(RUNS)
        .orElseThrow(() ->
            new UserException("no unfinished run in " + RUNS + "/; start one without --resume"));
  }

  private void announce(BenchPlan plan) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "%s x %s, %s of %s each, order seed %d%n",
        Text.count(plan.rows().size(), "row"),
        Text.count(plan.subjects().size(), "subject"),
        Text.count(plan.rounds(), "round"),
        "one fork",
        plan.seed());
    err.flush();
  }

  private void complain(BenchOutcome outcome) {
    Path log = outcome.runDirectory().resolve("jmh.log");
    if (outcome.failures() == 0) {
      throw new UserException("nothing was measured; see " + log);
    }
    spec.commandLine().getErr().println("nothing was measured, all forks failed; see " + log);
  }

  private void report(BenchOutcome outcome) {
    PrintWriter out = spec.commandLine().getOut();
    Path run = outcome.runDirectory();
    Path target = page == null ? run.resolve(Reports.PAGE_NAME) : page;
    Reports.writePage(List.of(run), target);
    CompareOptions options = CompareOptions.defaults();
    tables.write(() -> Reports.markdown(run, options), () -> Reports.csv(run, options));
    headline.write(run, options);
    out.println(json ? Reports.json(run, options) : Reports.table(run, options, Terminal.style()));
    if (outcome.reason() == RunEnd.Reason.INTERRUPTED) {
      out.println("Interrupted: this is what was measured. To go on: " + resumption());
    }
    if (outcome.failures() > 0) {
      String failed = Text.count(outcome.failures(), "fork");
      spec.commandLine().getErr().println(failed + " failed; the page and the record say why.");
    }
    if (!json) {
      out.println("record  " + run.resolve("run.jsonl"));
      out.println("page    " + target);
    }
    out.flush();
  }
}
