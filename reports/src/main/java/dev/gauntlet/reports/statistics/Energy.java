package dev.gauntlet.reports.statistics;

import org.jspecify.annotations.Nullable;

/** The energy distance between what is before and after each split of a series. */
final class Energy {
  private Energy() {}

  /**
   * A split.
   *
   * @param index first observation after it
   * @param energy the scaled distance of both sides
   */
  record Split(int index, double energy) {}

  /**
   * The split with the greatest distance.
   *
   * <p>Moving one observation over the split changes the sums of distances within and between the
   * sides by its own distances alone, so all splits together take n^2 steps.
   *
   * @param least least observations on each side, at least 2
   * @return null when the series is too short for a split
   */
  static @Nullable Split bestSplit(double[] series, int least) {
    double between = 0;
    double before = 0;
    double after = within(series);
    Split best = null;
    for (int moved = 0; moved < series.length - least; moved++) {
      double toEarlier = 0;
      double toLater = 0;
      for (int other = 0; other < series.length; other++) {
        double distance = Math.abs(series[moved] - series[other]);
        toEarlier += other < moved ? distance : 0;
        toLater += other > moved ? distance : 0;
      }
      between += toLater - toEarlier;
      before += toEarlier;
      after -= toLater;
      int index = moved + 1;
      if (index >= least) {
        double energy = energy(index, series.length - index, between, before, after);
        best = best == null || energy > best.energy() ? new Split(index, energy) : best;
      }
    }
    return best;
  }

  private static double within(double[] series) {
    double sum = 0;
    for (int i = 0; i < series.length; i++) {
      for (int j = i + 1; j < series.length; j++) {
        sum += Math.abs(series[i] - series[j]);
      }
    }
    return sum;
  }

  private static double energy(double m, double n, double between, double before, double after) {
    double distance =
        2 * between / (m * n) - 2 * before / (m * (m - 1)) - 2 * after / (n * (n - 1));
    return m * n / (m + n) * distance;
  }
}
