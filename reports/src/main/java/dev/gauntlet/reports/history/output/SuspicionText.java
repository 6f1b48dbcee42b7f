package dev.gauntlet.reports.history.output;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.StoredRun;
import dev.gauntlet.reports.history.Suspicion;
import java.util.stream.Collectors;

/** How suspects are measured in pairs, for the terminal. */
public final class SuspicionText {
  private static final int SHORT_COMMIT = 7;

  private SuspicionText() {}

  /** Everything that is suspect; empty when nothing is. */
  public static String of(HistoryReport report) {
    return report.machines().stream()
        .flatMap(machine ->
            machine.suspicions().stream()
                .map(suspicion -> of(machine.conditions(), suspicion, report.pairs())))
        .collect(Collectors.joining());
  }

  /** The command, and whose jars it takes. Not cut, for a command must stay whole. */
  public static String of(Conditions conditions, Suspicion suspicion, PairCommand pairs) {
    StringBuilder text = new StringBuilder();
    line(text, "measure in pairs:");
    line(text, pairs.of(conditions, suspicion.rows()));
    suspicion.references().stream()
        .findFirst()
        .ifPresent(run -> line(text, "        base: the jar of " + run.id() + at(run)));
    line(text, "        candidate: the jar of " + suspicion.newest().id() + at(suspicion.newest()));
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(CleanText.line(line)).append('\n');
  }

  /** The commit of a run, to stand after its name; empty when unknown. */
  static String at(StoredRun run) {
    String commit = run.commit();
    return commit == null
        ? ""
        : " (commit " + commit.substring(0, Math.min(SHORT_COMMIT, commit.length())) + ")";
  }
}
