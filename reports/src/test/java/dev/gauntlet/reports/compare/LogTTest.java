package dev.gauntlet.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Intervals are checked against the formulas with table values, and against what 95 % has to mean.
 */
class LogTTest {
  @Test
  void welchWithEqualVariancesIsTheTwoSampleInterval() {
    // Logs {0, 0.2} and {1, 1.2}: equal sizes and variances 0.02, so Welch's degrees of freedom are
    // 2, t = 4.3026527.
    double[] over = {1, Math.exp(0.2)};
    double[] under = {Math.E, Math.exp(1.2)};
    Interval interval = LogT.ratioInterval(over, under, 0.95);
    assertNotNull(interval);
    double reach = 4.3026527297 * Math.sqrt(0.02 / 2 + 0.02 / 2);
    assertEquals(Math.exp(-1 - reach), interval.low(), 1e-9);
    assertEquals(Math.exp(-1 + reach), interval.high(), 1e-9);
  }

  @Test
  void aConstantSampleHasAnIntervalOfNoWidth() {
    double[] over = {2, 2};
    double[] under = {4, 4, 4};
    assertEquals(new Interval(0.5, 0.5), LogT.ratioInterval(over, under, 0.95));
    assertEquals(2, assertNotNullInterval(LogT.interval(over, 0.95)).low(), 1e-12);
  }

  private static Interval assertNotNullInterval(@org.jspecify.annotations.Nullable Interval i) {
    assertNotNull(i);
    return i;
  }

  @Test
  void oneValueHasNoInterval() {
    assertNull(LogT.interval(new double[] {1}, 0.95));
    assertNull(LogT.ratioInterval(new double[] {1}, new double[] {1, 2}, 0.95));
  }

  @Test
  void ninetyFivePercentOfTheIntervalsHoldTheTruth() {
    Random random = new Random(7);
    int held = 0;
    int trials = 4000;
    for (int trial = 0; trial < trials; trial++) {
      double[] values = new double[5];
      for (int i = 0; i < values.length; i++) {
        values[i] = 3 * Math.exp(0.3 * random.nextGaussian());
      }
      Interval interval = assertNotNullInterval(LogT.interval(values, 0.95));
      held += interval.low() <= 3 && 3 <= interval.high() ? 1 : 0;
    }
    // Binomial(4000, 0.95): standard deviation 13.8, so 3800 within 5 of them.
    assertTrue(Math.abs(held - 0.95 * trials) < 70, "held " + held);
  }
}
