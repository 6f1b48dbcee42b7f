package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.GateSettings.Score;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Median;

/** Turns a fork's iterations into one time: more is always worse. */
final class ForkScore {
  private ForkScore() {}

  /** Whether there are iterations and each is a finite positive number. */
  static boolean isUsable(GateFork fork) {
    List<Double> iterations = fork.iterations();
    return !iterations.isEmpty()
        && iterations.stream().allMatch(value -> Double.isFinite(value) && value > 0);
  }

  /**
   * The signed log ratio of a complete pair: above 0 when the candidate is worse.
   *
   * <p>Iterations become times before anything else, so a rate and the time it is the reciprocal of
   * give the same number.
   */
  static double logRatio(GateFork base, GateFork candidate, String mode, Score score) {
    return Math.log(time(candidate, mode, score)) - Math.log(time(base, mode, score));
  }

  private static double time(GateFork fork, String mode, Score score) {
    ScoreUnit unit = ScoreUnit.of(fork.unit(), mode);
    double[] times = fork.iterations().stream().mapToDouble(unit::time).toArray();
    return switch (score) {
      case FLOOR -> Arrays.stream(times).min().orElseThrow();
      case MEDIAN -> Median.withDefaults().evaluate(times);
    };
  }
}
