package dev.gauntlet.reports.compare;

import dev.gauntlet.reports.record.ForkResult;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Time of one subject over the time of another: below 1 is faster.
 *
 * @param value geometric mean of the ratios
 * @param interval interval of {@code value}; null when one pair is all there is
 * @param pairs how many pairs of forks it rests on; for two runs, the smaller number of forks
 * @param verdict what the interval says
 */
public record Ratio(double value, @Nullable Interval interval, int pairs, Verdict verdict) {

  /** Ratio from forks paired by round, as times. */
  static Ratio paired(double[] ratios, CompareOptions options) {
    Interval interval = LogT.interval(ratios, options.confidence());
    return new Ratio(
        LogT.center(ratios), interval, ratios.length, Verdict.of(interval, ratios.length, options));
  }

  /**
   * The time of one subject of a row over that of another, paired by round.
   *
   * @return null when no round has both
   */
  public static @Nullable Ratio between(
      RowKey key, Sample over, Sample under, CompareOptions options) {
    return between(over, under, fork -> key.time(fork.score()), options);
  }

  /**
   * The same of a sampled percentile, such as {@code "99.9"}; forks in which it was not sampled do
   * not count.
   *
   * @return null when no round has both
   */
  public static @Nullable Ratio ofPercentile(
      String percentile, Sample over, Sample under, CompareOptions options) {
    return between(
        over,
        under,
        fork ->
            fork.percentiles() == null
                ? Double.NaN
                : fork.percentiles().getOrDefault(percentile, Double.NaN),
        options);
  }

  private static @Nullable Ratio between(
      Sample over, Sample under, ToDoubleFunction<ForkResult> time, CompareOptions options) {
    Map<Integer, Double> reference =
        under.forks().stream().collect(Collectors.toMap(ForkResult::round, time::applyAsDouble));
    double[] ratios =
        over.forks().stream()
            .mapToDouble(
                fork -> time.applyAsDouble(fork) / reference.getOrDefault(fork.round(), Double.NaN))
            .filter(Double::isFinite)
            .toArray();
    return ratios.length == 0 ? null : paired(ratios, options);
  }

  /** The same, as a hint where it claims a difference that the whole table does not show. */
  Ratio heldTo(boolean differ) {
    return differ ? this : new Ratio(value, interval, pairs, verdict.asHint());
  }

  /** Ratio of two independent sets of forks, as times. */
  static Ratio unpaired(double[] over, double[] under, CompareOptions options) {
    Interval interval = LogT.ratioInterval(over, under, options.confidence());
    int forks = Math.min(over.length, under.length);
    return new Ratio(
        LogT.center(over) / LogT.center(under),
        interval,
        forks,
        Verdict.of(interval, forks, options));
  }
}
