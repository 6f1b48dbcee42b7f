package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.environment.Facts;
import dev.gauntlet.benchmarks.pair.KeptJars;
import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.MachineHistory;
import dev.gauntlet.reports.history.StoredRun;
import dev.gauntlet.reports.history.Suspicion;
import dev.gauntlet.reports.history.input.StoredRuns;
import dev.gauntlet.reports.history.output.HistoryReport;
import dev.gauntlet.reports.history.output.SuspicionText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Starts the gates that measure suspects again, in this process, with the jars that were kept. Each
 * has its log in the history, so that the same command goes on with it, or says its verdict again.
 */
final class SuspectPairs {
  /** The worst first. */
  private static final List<Integer> EXITS =
      List.of(
          Main.BAD_USE,
          GateExit.FAILED,
          GateExit.REGRESSED,
          GateExit.UNFIT,
          GateExit.NO_ANSWER,
          GateExit.PASS);

  private final HistoryReport report;
  private final SuspectOptions options;
  private final Path history;
  private final KeptJars jars;
  private final PrintWriter out;
  private final PrintWriter err;

  /** The jars of one suspicion, and the name of its log. */
  private record Chosen(Path base, Path candidate, String name) {}

  /**
   * @param history folder of the stored runs
   * @param out takes what the gates find
   */
  SuspectPairs(
      HistoryReport report,
      SuspectOptions options,
      Path history,
      PrintWriter out,
      PrintWriter err) {
    this.report = report;
    this.options = options;
    this.history = history;
    this.jars = new KeptJars(options.jars(history));
    this.out = out;
    this.err = err;
  }

  /** Measures what is suspect on this machine, and returns the worst exit code. */
  int measure() {
    int worst = GateExit.PASS;
    for (MachineHistory machine : report.machines()) {
      for (Suspicion suspicion : machine.suspicions()) {
        int exit = measure(machine.conditions(), suspicion);
        worst = EXITS.indexOf(exit) < EXITS.indexOf(worst) ? exit : worst;
      }
    }
    return worst;
  }

  private int measure(Conditions conditions, Suspicion suspicion) {
    if (!isHere(conditions)) {
      refuse(conditions, suspicion, "they are of another machine or JDK; there it is:");
      return GateExit.PASS;
    }
    Optional<Path> candidate = candidate(suspicion);
    if (candidate.isEmpty()) {
      refuse(conditions, suspicion, missing(suspicion.newest()));
      return GateExit.NO_ANSWER;
    }
    Optional<Chosen> chosen = against(candidate.get(), suspicion);
    if (chosen.isEmpty()) {
      refuse(conditions, suspicion, noReference(suspicion));
      return GateExit.NO_ANSWER;
    }
    return start(chosen.get(), conditions, suspicion);
  }

  private boolean isHere(Conditions conditions) {
    return conditions.machine().equals(Facts.ofThisMachine().machine())
        && (options.jdk() != null || conditions.jdk().equals(Facts.jdk()));
  }

  private Optional<Path> candidate(Suspicion suspicion) {
    Path given = options.candidate();
    return given == null ? kept(suspicion.newest()) : Optional.of(given);
  }

  private Optional<Chosen> against(Path candidate, Suspicion suspicion) {
    Path given = options.base();
    if (given != null) {
      return Optional.of(new Chosen(given, candidate, name(suspicion, given.getFileName())));
    }
    for (StoredRun reference : suspicion.references()) {
      Path base = kept(reference).orElse(candidate);
      if (!base.equals(candidate)) {
        return Optional.of(new Chosen(base, candidate, name(suspicion, reference.id())));
      }
    }
    return Optional.empty();
  }

  private Optional<Path> kept(StoredRun run) {
    return jars.find(run.jar(), run.commit());
  }

  private static String name(Suspicion suspicion, @Nullable Object reference) {
    String name = suspicion.newest().id() + "-against-" + Objects.toString(reference);
    return name.replaceAll("[^\\w.-]", "-") + ".jsonl";
  }

  private int start(Chosen chosen, Conditions conditions, Suspicion suspicion) {
    Path state = history.resolve(StoredRuns.PAIRS).resolve(chosen.name());
    Arguments gate =
        new PairedRun(chosen.base().toString(), chosen.candidate().toString())
            .arguments(conditions, suspicion.rows())
            .with("--plan", "full", "--strict", "--unseen", "--state", state.toString())
            .with("--resume");
    err.println("SUSPECT, so measured in pairs:");
    err.flush();
    CommandLine main = Main.commandLine().setOut(out).setErr(err);
    return main.execute(options.handedOn(gate, suspicion.sinceRelease()).toArray());
  }

  private void refuse(Conditions conditions, Suspicion suspicion, String why) {
    err.println(Text.count(suspicion.rows().size(), "suspect") + " not measured: " + why);
    err.flush();
    out.print(SuspicionText.of(conditions, suspicion, report.pairs()));
  }

  private String missing(StoredRun run) {
    return "the jar of " + run.id() + " is not in " + jars.folder() + "; with both jars it is:";
  }

  private String noReference(Suspicion suspicion) {
    return "no other jar of "
        + (suspicion.sinceRelease() ? "the release" : "an earlier run that was not slow")
        + " is in "
        + jars.folder()
        + "; with both jars it is:";
  }
}
