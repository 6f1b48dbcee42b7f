package dev.gauntlet.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Change points against the definition of the energy distance, and their false alarms. */
class ChangePointsTest {
  private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3);

  @Test
  void theBestSplitIsTheDefinitions() {
    for (int n = 8; n < 30; n++) {
      double[] series = random.doubles(n).toArray();
      int best = -1;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int split = 4; split <= n - 4; split++) {
        double energy = energy(series, split);
        if (energy > greatest) {
          greatest = energy;
          best = split;
        }
      }
      Energy.Split found = Energy.bestSplit(series, 4);
      assertNotNull(found);
      assertEquals(best, found.index());
      assertEquals(greatest, found.energy(), 1e-9);
    }
  }

  private static double energy(double[] x, int split) {
    int n = x.length;
    double between = mean(x, 0, split, split, n);
    double before = mean(x, 0, split, 0, split) * split / (split - 1);
    double after = mean(x, split, n, split, n) * (n - split) / (n - split - 1);
    return (double) split * (n - split) / n * (2 * between - before - after);
  }

  private static double mean(double[] x, int from, int to, int otherFrom, int otherTo) {
    return IntStream.range(from, to)
        .mapToDouble(i ->
            IntStream.range(otherFrom, otherTo)
                .mapToDouble(j -> Math.abs(x[i] - x[j]))
                .average()
                .orElseThrow())
        .average()
        .orElseThrow();
  }

  @Test
  void aSeriesWithoutAChangeHasOneAsOftenAsStated() {
    int found = 0;
    for (int i = 0; i < 300; i++) {
      found += ChangePoints.of(random.doubles(24).toArray(), 0.05, 99, i).isEmpty() ? 0 : 1;
    }
    assertTrue(found / 300.0 <= 0.05 + 3 * Math.sqrt(0.05 * 0.95 / 300), found + " of 300");
    assertTrue(found > 0);
  }

  @Test
  void twoStepsAreFoundInOrder() {
    double[] series =
        IntStream.range(0, 60)
            .mapToDouble(i -> (i < 20 ? 0 : i < 45 ? 1 : 0.4) + random.nextDouble(0.2))
            .toArray();
    List<ChangePoint> points = ChangePoints.of(series, 0.01, 999, 1);
    assertEquals(List.of(20, 45), points.stream().map(ChangePoint::index).toList());
    assertEquals(points, ChangePoints.of(series, 0.01, 999, 1));
  }

  @Test
  void deviationsHaveNMinusOneInTheDenominator() {
    double[] series = {0, 2, 0, 2, 0, 2, 100, 102, 100, 102, 100, 102};
    ChangePoint point = ChangePoints.of(series, 0.05, 99, 1).get(0);
    assertEquals(6, point.index());
    assertEquals(Math.sqrt(6.0 / 5), point.deviationBefore(), 1e-12);
    assertEquals(101, point.after());
  }

  @Test
  void shortAndConstantSeriesHaveNone() {
    assertNull(Energy.bestSplit(new double[] {1, 2, 3, 9, 9, 9, 9}, 4));
    assertEquals(List.of(), ChangePoints.of(new double[7], 0.5, 9, 1));
    assertEquals(List.of(), ChangePoints.of(new double[50], 0.5, 9, 1));
  }
}
