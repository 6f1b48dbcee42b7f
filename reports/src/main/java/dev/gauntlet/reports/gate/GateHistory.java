package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.history.Conditions;
import dev.gauntlet.reports.history.Fingerprint;
import dev.gauntlet.reports.history.Series;
import dev.gauntlet.reports.history.StoredRun;
import dev.gauntlet.reports.history.StoredScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    ArmInfo info = arm == Arm.BASE ? header.base() : header.candidate();
    List<StoredScore> scores = new ArrayList<>();
    for (int row = 0; row < header.rows().size(); row++) {
      GateRow measured = header.rows().get(row);
      double[] times = times(pairs, row, arm, measured.mode());
      if (times.length > 0) {
        scores.add(
            new StoredScore(
                series(measured, info),
                Median.withDefaults().evaluate(times.clone()),
                times.length));
      }
    }
    return new StoredRun(
        header.id(),
        header.startedAt(),
        info.commit(),
        info.sha256().isEmpty() ? null : info.sha256(),
        Fingerprint.of(header.machine(), header.jdk(), header.jvmFlags()),
        scores);
  }

  /** The series that a row of an arm is a point of. */
  private static Series series(GateRow row, ArmInfo arm) {
    Map<String, String> params = new HashMap<>(row.params());
    params.putAll(arm.params());
    return new Series(row.benchmark(), row.mode(), params, row.threads());
  }

  /** What has to be the same for logs of different days to be compared. */
  public static Conditions conditions(GateHeader header) {
    GateSettings settings = header.settings();
    return new Conditions(
        header.machine(),
        header.jdk(),
        header.jvmFlags(),
        "gate, "
            + settings.warmupIterations()
            + " x "
            + settings.warmupMillis()
            + " ms warm-up, "
            + settings.measurementIterations()
            + " x "
            + settings.measurementMillis()
            + " ms measured"
            + (settings.awake() ? ", idle processors kept awake" : ""),
        settings.awake());
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
