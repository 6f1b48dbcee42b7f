package dev.gauntlet.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

/** Walsh averages against the library's rank sums. */
class WalshAveragesTest {
  private static double[] sample(long seed, int n) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    return random.doubles(n, -1, 1.3).toArray();
  }

  @Test
  void averagesAboveALocationAreTheRankSum() {
    for (int n = 1; n <= 24; n++) {
      double[] sample = sample(n, n);
      double statistic = WilcoxonSignedRankTest.withDefaults().withMu(0.1).statistic(sample);
      WalshAverages averages = WalshAverages.of(sample);
      assertEquals(statistic, averages.above(0.1));
      assertEquals(SignedRankLaw.greatest(n) - statistic, averages.below(0.1));
    }
  }

  @Test
  void boundsAreWhereTheTestTurns() {
    double[] sample = sample(7, 12);
    WalshAverages averages = WalshAverages.of(sample);
    for (int critical = 1; critical <= 78; critical++) {
      double lower = averages.lowerBound(critical);
      assertTrue(averages.above(lower - 1e-9) >= critical);
      assertTrue(averages.above(lower) < critical);
      double upper = averages.upperBound(critical);
      assertTrue(averages.below(upper + 1e-9) >= critical);
      assertTrue(averages.below(upper) < critical);
    }
    assertEquals(Double.NEGATIVE_INFINITY, averages.lowerBound(79));
    assertEquals(Double.POSITIVE_INFINITY, averages.upperBound(79));
  }

  @Test
  void zerosAndTiesCountAgainstRejection() {
    WalshAverages averages = WalshAverages.of(0, 0, 1, -1, 2);
    // Without zeros and ties, ranks: the zeros 1 and 2, then 1 and -1 as 3 and 4, 2 as 5. Best case
    // for rejection 1 + 2 + 4 + 5; worst case 3 + 5.
    assertEquals(8, averages.above(0));
    assertEquals(3, averages.below(0));
  }

  @Test
  void theMedianIsTheMedianOfAllPairs() {
    assertEquals(2, WalshAverages.of(1, 2, 3).median());
    // 1, 1.5, 2, 5.5, 6, 10
    assertEquals(3.75, WalshAverages.of(1, 2, 10).median());
    assertEquals(4, WalshAverages.of(4).median());
  }

  @Test
  void observationsAreNotChanged() {
    double[] sample = {3, 1, 2};
    WalshAverages.of(sample);
    assertEquals("[3.0, 1.0, 2.0]", Arrays.toString(sample));
  }
}
