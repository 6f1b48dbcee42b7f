package dev.gauntlet.reports.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Spread by hand, and binomial bounds from a table. */
class SpreadTest {
  @Test
  void theRobustDeviationIgnoresAnOutlier() {
    // Median 3, absolute deviations 2 1 0 1 997: median 1.
    assertEquals(1.4826, Spread.robustDeviation(1, 2, 3, 4, 1000), 1e-12);
    assertEquals(0, Spread.robustDeviation(5));
  }

  @Test
  void theShareBetweenGroupsIsTheAnalysisOfVariances() {
    // Means 2 and 6 with variance 8, so between 2 * 8 = 16; within 2. (16 - 2) / (16 + 2).
    List<double[]> groups = List.of(new double[] {1, 3}, new double[] {5, 7});
    assertEquals(14.0 / 18, Spread.shareBetween(groups), 1e-12);
    assertEquals(0, Spread.shareBetween(List.of(new double[] {1, 3}, new double[] {3, 1})));
    assertEquals(0, Spread.shareBetween(List.of(new double[] {1, 1}, new double[] {1, 1})));
    assertTrue(Double.isNaN(Spread.shareBetween(List.of(new double[] {1, 3}))));
    assertTrue(Double.isNaN(Spread.shareBetween(List.of(new double[] {1}, new double[] {2}))));
  }

  @Test
  void noFalseAlarmInManyTrialsBoundsTheRate() {
    // 1 - 0.025^(1/640).
    assertEquals(1 - Math.pow(0.025, 1.0 / 640), Binomial.of(0, 640).high(), 1e-9);
    assertEquals(0, Binomial.of(0, 640).low());
    // Clopper and Pearson's interval of 10 of 100.
    assertEquals(0.0490, Binomial.of(10, 100).low(), 5e-5);
    assertEquals(0.1762, Binomial.of(10, 100).high(), 5e-5);
    assertEquals(0.1, Binomial.of(10, 100).rate());
  }
}
