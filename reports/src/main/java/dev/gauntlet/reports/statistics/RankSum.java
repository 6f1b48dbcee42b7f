package dev.gauntlet.reports.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * The test of Wilcoxon, Mann and Whitney on two samples that share nothing: exact without ties and
 * below 50 values each, else by the normal law with a correction for ties.
 */
public final class RankSum {
  private RankSum() {}

  /** Two-sided p-value of "the same law". */
  public static double twoSided(double[] some, double[] others) {
    return probability(AlternativeHypothesis.TWO_SIDED, some, others);
  }

  /** One-sided p-value of "not greater than the others". */
  public static double greater(double[] some, double[] others) {
    return probability(AlternativeHypothesis.GREATER_THAN, some, others);
  }

  private static double probability(
      AlternativeHypothesis alternative, double[] some, double[] others) {
    return MannWhitneyUTest.withDefaults().with(alternative).test(some, others).getPValue();
  }
}
