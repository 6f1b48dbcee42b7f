package dev.gauntlet.reports.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Benjamini and Hochberg's control of the share of false findings among the findings. */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * Adjusted p-values: a test is a finding at rate q when its adjusted value is at most q.
   *
   * @param probabilities p-values of all tests of the family
   * @return in the same order, each at least the p-value and at most 1
   */
  public static double[] adjust(double... probabilities) {
    int m = probabilities.length;
    List<Integer> descending =
        IntStream.range(0, m)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i]).reversed())
            .toList();
    double[] adjusted = new double[m];
    double least = 1;
    for (int place = 0; place < m; place++) {
      int test = descending.get(place);
      least = Math.min(least, probabilities[test] * m / (m - place));
      adjusted[test] = least;
    }
    return adjusted;
  }
}
