package dev.gauntlet.reports.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Moves labels apart so that none covers another, each as little as that takes. */
final class Spread {
  private Spread() {}

  /**
   * Positions in the order of the wanted ones, at least {@code gap} apart and inside the bounds as
   * long as all fit.
   */
  static double[] apart(double[] wanted, double gap, double low, double high) {
    List<Integer> order =
        IntStream.range(0, wanted.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> wanted[i]))
            .toList();
    double[] placed = new double[wanted.length];
    double next = low;
    for (int i : order) {
      placed[i] = Math.max(wanted[i], next);
      next = placed[i] + gap;
    }
    double limit = high;
    for (int i : order.reversed()) {
      placed[i] = Math.min(placed[i], limit);
      limit = placed[i] - gap;
    }
    return placed;
  }
}
