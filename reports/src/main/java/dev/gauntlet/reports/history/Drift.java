package dev.gauntlet.reports.history;

import dev.gauntlet.reports.statistics.RankSum;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What many small changes since a release do to one series together: the last runs before and with
 * the release against the last runs after it.
 *
 * @param series the series
 * @param before runs up to the release
 * @param since runs after it
 * @param change change of the time, as a fraction: the median over all pairs of runs
 * @param probability of runs that differ so much if nothing became slower
 * @param isSuspect whether it is slower by more than the margin and by more than chance
 */
public record Drift(
    Series series, int before, int since, double change, double probability, boolean isSuspect) {
  /** Runs on either side below which nothing is said. */
  public static final int LEAST = 8;

  /** Runs on either side that are looked at. */
  public static final int MOST = 20;

  /** Whether there are runs enough. */
  static boolean isKnown(double[] before, double[] since) {
    return before.length >= LEAST && since.length >= LEAST;
  }

  /**
   * The drift between logarithms of times.
   *
   * @param alpha probability of a suspect although nothing became slower
   * @param margin least slow-down that is SUSPECT, as a fraction
   */
  static Drift of(Series series, double[] before, double[] since, double alpha, double margin) {
    double change = shift(before, since);
    double probability = RankSum.greater(since, before);
    return new Drift(
        series,
        before.length,
        since.length,
        Math.expm1(change),
        probability,
        change > Math.log1p(margin) && probability <= alpha);
  }

  /** Hodges and Lehmann's estimate. */
  private static double shift(double[] before, double[] since) {
    double[] differences =
        Arrays.stream(since)
            .flatMap(now -> Arrays.stream(before).map(then -> now - then))
            .toArray();
    return Median.withDefaults().evaluate(differences);
  }

  /** Those that are suspects. */
  public static List<Drift> suspects(List<Drift> drifts) {
    return drifts.stream().filter(Drift::isSuspect).toList();
  }
}
