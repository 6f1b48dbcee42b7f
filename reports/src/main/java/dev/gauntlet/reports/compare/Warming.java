package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ForkResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds forks that were still getting faster while they were measured: the first measured iteration
 * took longer than the last, by {@value #LEAST_PERCENT} % or more, and the 99 % interval over at
 * least {@value #LEAST_FORKS} forks says that this is no accident. Such scores tell of compilation
 * as well as of the subject.
 */
final class Warming {
  private static final int LEAST_FORKS = 5;
  private static final int LEAST_PERCENT = 10;
  private static final double CONFIDENCE = 0.99;

  private Warming() {}

  /**
   * The time of the first measured iteration over that of the last, as the geometric mean over the
   * forks; null unless they were getting faster.
   */
  static @Nullable Double of(RowKey row, Sample sample) {
    double[] ratios =
        sample.forks().stream()
            .mapToDouble(fork -> firstOverLast(row, fork))
            .filter(ratio -> ratio > 0 && Double.isFinite(ratio))
            .toArray();
    if (ratios.length < LEAST_FORKS) {
      return null;
    }
    Interval interval = LogT.interval(ratios, CONFIDENCE);
    double center = LogT.center(ratios);
    boolean faster = interval != null && interval.low() > 1;
    return faster && center >= 1 + LEAST_PERCENT / 100.0 ? center : null;
  }

  private static double firstOverLast(RowKey row, ForkResult fork) {
    List<Double> iterations = fork.iterations();
    return iterations.size() < 2
        ? Double.NaN
        : row.time(iterations.getFirst()) / row.time(iterations.getLast());
  }
}
