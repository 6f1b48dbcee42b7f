package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.history.Fingerprint;
import dev.gauntlet.reports.history.Series;
import dev.gauntlet.reports.history.StoredRun;
import dev.gauntlet.reports.history.StoredScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/** What a gate's log leaves behind for the history of one of its arms. */
public final class GateHistory {
  private GateHistory() {}

  /**
   * One arm of a log as a stored run: the median over the forks of undisturbed pairs of each fork's
   * median time. Rows without such a fork are left out.
   */
  public static StoredRun of(GateLog log, Arm arm) {
    GateHeader header = log.header();
    PairTable pairs = PairTable.of(log);
    List<StoredScore> scores = new ArrayList<>();
    for (int row = 0; row < header.rows().size(); row++) {
      GateRow measured = header.rows().get(row);
      double[] times = times(pairs, row, arm, measured.mode());
      if (times.length > 0) {
        scores.add(
            new StoredScore(
                series(measured), Median.withDefaults().evaluate(times.clone()), times.length));
      }
    }
    ArmInfo info = arm == Arm.BASE ? header.base() : header.candidate();
    return new StoredRun(
        header.id(),
        header.startedAt(),
        info.commit(),
        Fingerprint.of(header.machine(), header.jdk(), header.jvmFlags()),
        scores);
  }

  /** The series that a row is a point of. */
  public static Series series(GateRow row) {
    return new Series(row.benchmark(), row.mode(), row.params(), row.threads());
  }

  private static double[] times(PairTable pairs, int row, Arm arm, String mode) {
    Disturbance disturbance = new Disturbance(pairs.header().settings());
    return pairs.pairs(row).stream()
        .filter(Pair::isComplete)
        .filter(pair -> !disturbance.isDisturbed(pair))
        .map(pair -> fork(pair, arm))
        .filter(Objects::nonNull)
        .mapToDouble(fork -> ForkScore.time(fork, mode, GateSettings.Score.MEDIAN))
        .toArray();
  }

  private static @Nullable GateFork fork(Pair pair, Arm arm) {
    return arm == Arm.BASE ? pair.base() : pair.candidate();
  }
}
