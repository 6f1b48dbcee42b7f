package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.gate.GateSettings.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

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
  static double logRatio(Pair pair, String mode, Score score) {
    return Math.log(time(pair.candidate(), mode, score)) - Math.log(time(pair.base(), mode, score));
  }

  /** Logarithm of each iteration's time. */
  static double[] logTimes(GateFork fork, String mode) {
    return Arrays.stream(times(fork, mode)).map(Math::log).toArray();
  }

  private static double[] times(GateFork fork, String mode) {
    ScoreUnit unit = ScoreUnit.of(fork.unit(), mode);
    return fork.iterations().stream().mapToDouble(unit::time).toArray();
  }

  /** Seconds per operation of a usable fork, by one of the scores. */
  static double time(@Nullable GateFork fork, String mode, Score score) {
    double[] times = times(Objects.requireNonNull(fork), mode);
    return switch (score) {
      case FLOOR -> Arrays.stream(times).min().orElseThrow();
      case MEDIAN -> Median.withDefaults().evaluate(times);
    };
  }
}
