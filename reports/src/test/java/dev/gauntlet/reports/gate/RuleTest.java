package dev.gauntlet.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Two ways to the same verdict, and how many pairs one takes. */
class RuleTest {
  private static final Rule RULE = Rule.of(SimulatedGate.full(), 0.05, 0.05);

  @Test
  void countingAndSortingGiveTheSameVerdict() {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(8);
    Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
    for (int run = 0; run < 2000; run++) {
      double[] ratios = new double[24];
      double center = random.nextDouble(-0.06, 0.12);
      // Steps of 1/256 make ties.
      Arrays.setAll(ratios, i -> center + (random.nextInt(17) - 8) / 256.0);
      for (int look : RULE.worse().looks()) {
        Verdict sorted = RULE.verdict(RULE.look(Arrays.copyOf(ratios, look)));
        assertEquals(sorted, RULE.verdict(ratios, look));
        seen.add(sorted);
      }
    }
    assertEquals(
        EnumSet.of(
            Verdict.IMPROVED,
            Verdict.PASS,
            Verdict.SLOWER_WITHIN_MARGIN,
            Verdict.UNDECIDED,
            Verdict.REGRESSED),
        seen);
  }

  /** 1.3 (1.645 + 0.842)^2 0.2^2 / (0.955 d^2) with d = 0.15 - ln 1.02. */
  @Test
  void pairsNeededAreTheNormalSampleSize() {
    Integer pairs = RULE.pairsToConvict(0.15, 0.2);
    assertNotNull(pairs);
    double quantiles = 1.644854 + 0.841621;
    double distance = 0.15 - Math.log(1.02);
    assertEquals(
        Math.ceil(1.3 * Math.pow(quantiles * 0.2 / distance, 2) / 0.955), pairs.doubleValue());
    assertEquals(8, RULE.pairsToConvict(1, 0.01));
    assertNull(RULE.pairsToConvict(0.01, 0.2));
  }
}
