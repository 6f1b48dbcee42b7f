package dev.gauntlet.reports.statistics;

import java.util.Arrays;

/**
 * The averages of all pairs of observations, each observation with itself included, in ascending
 * order.
 *
 * <p>The signed-rank statistic for a location is the number of averages above it. Counting only
 * averages strictly beyond the location makes zeros and ties count against rejection: for tied
 * magnitudes of opposite signs the average is the location itself, and any way to break the tie
 * gives a statistic that is at least as great.
 */
public final class WalshAverages {
  private final double[] sorted;

  private WalshAverages(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * The averages of some observations.
   *
   * @param observations finite, at least one; not changed
   */
  public static WalshAverages of(double... observations) {
    double[] averages = new double[SignedRankLaw.greatest(observations.length)];
    int next = 0;
    for (int i = 0; i < observations.length; i++) {
      for (int j = i; j < observations.length; j++) {
        averages[next++] = (observations[i] + observations[j]) / 2;
      }
    }
    Arrays.sort(averages);
    return new WalshAverages(averages);
  }

  /** Hodges and Lehmann's estimate of the location: the median of the averages. */
  public double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** How many averages lie above a location. */
  public int above(double location) {
    return (int) Arrays.stream(sorted).filter(average -> average > location).count();
  }

  /** How many averages lie below a location. */
  public int below(double location) {
    return (int) Arrays.stream(sorted).filter(average -> average < location).count();
  }

  /**
   * The greatest location that a test with this critical value rejects downwards: at least {@code
   * critical} averages lie above any smaller one. Negative infinity when it rejects none.
   */
  public double lowerBound(int critical) {
    return critical > sorted.length ? Double.NEGATIVE_INFINITY : sorted[sorted.length - critical];
  }

  /** The mirror image of {@link #lowerBound}; positive infinity when the test rejects none. */
  public double upperBound(int critical) {
    return critical > sorted.length ? Double.POSITIVE_INFINITY : sorted[critical - 1];
  }
}
