package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ForkResult;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/**
 * The forks of one subject in one row, at least one, each with a positive finite score.
 *
 * @param forks the forks in order of their rounds
 * @param center geometric mean of the fork scores, in the unit of the row
 * @param interval interval of {@code center}; null for a single fork
 * @param median median of the fork scores
 * @param min least fork score
 * @param max greatest fork score
 */
public record Sample(
    List<ForkResult> forks,
    double center,
    @Nullable Interval interval,
    double median,
    double min,
    double max) {

  static Sample of(List<ForkResult> forks, double confidence) {
    double[] scores = forks.stream().mapToDouble(ForkResult::score).toArray();
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return new Sample(
        List.copyOf(forks),
        LogT.center(scores),
        LogT.interval(scores, confidence),
        Median.withDefaults().evaluate(scores.clone()),
        sorted[0],
        sorted[sorted.length - 1]);
  }

  /** The fork scores in order of their rounds. */
  public double[] scores() {
    return forks.stream().mapToDouble(ForkResult::score).toArray();
  }

  /** The times of the forks, in order of their rounds. */
  double[] times(RowKey key) {
    return forks.stream().mapToDouble(fork -> key.time(fork.score())).toArray();
  }

  /**
   * How far the interval reaches from the centre, as a fraction of it: 0.016 when the bounds are
   * the centre times and divided by 1.016; null without an interval.
   */
  public @Nullable Double relativeError() {
    return interval == null ? null : Math.sqrt(interval.high() / interval.low()) - 1;
  }
}
