package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.statistics.Boundaries;
import dev.gauntlet.reports.statistics.WalshAverages;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The rule that judges the pairs of one row and score: two one-sided signed-rank tests, one against
 * "no slower than the tolerance", one against "slower by the margin or more".
 *
 * @param tolerance log of 1 + the tolerance
 * @param margin log of 1 + the margin
 * @param worse boundaries of the test that convicts
 * @param within boundaries of the test that acquits, at the same looks
 */
record Rule(double tolerance, double margin, Boundaries worse, Boundaries within) {

  /** The rule for pairs that share {@code alpha} with nothing else. */
  static Rule of(GateSettings settings, double alpha, double beta) {
    return new Rule(
        Math.log1p(settings.tolerance()),
        Math.log1p(settings.margin()),
        Boundaries.of(alpha, settings.looks(), settings.strictExact()),
        Boundaries.of(beta, settings.looks(), settings.strictExact()));
  }

  /** The same with another margin, a log ratio. */
  Rule withMargin(double other) {
    return new Rule(tolerance, other, worse, within);
  }

  /**
   * What a look sees, in log ratios.
   *
   * @param pairs how many pairs
   * @param estimate Hodges-Lehmann estimate
   * @param lower lower bound; minus infinity when this look cannot convict
   * @param upper upper bound; infinity when this look cannot acquit
   */
  record Look(int pairs, double estimate, double lower, double upper) {}

  Look look(double[] ratios) {
    WalshAverages averages = WalshAverages.of(ratios);
    return new Look(
        ratios.length,
        averages.median(),
        averages.lowerBound(worse.criticalAt(ratios.length)),
        averages.upperBound(within.criticalAt(ratios.length)));
  }

  Verdict verdict(Look look) {
    if (look.upper() < margin) {
      if (look.upper() < -tolerance) {
        return Verdict.IMPROVED;
      }
      return look.lower() > tolerance ? Verdict.SLOWER_WITHIN_MARGIN : Verdict.PASS;
    }
    return look.lower() > tolerance ? Verdict.REGRESSED : Verdict.UNDECIDED;
  }

  /**
   * The verdict of a look at the first pairs, without its interval: the same as {@code
   * verdict(look(...))}, by counting averages instead of sorting them.
   */
  Verdict verdict(double[] ratios, int pairs) {
    int aboveTolerance = 0;
    int belowMargin = 0;
    int improved = 0;
    for (int i = 0; i < pairs; i++) {
      for (int j = i; j < pairs; j++) {
        double average = (ratios[i] + ratios[j]) / 2;
        aboveTolerance += average > tolerance ? 1 : 0;
        belowMargin += average < margin ? 1 : 0;
        improved += average < -tolerance ? 1 : 0;
      }
    }
    boolean slower = aboveTolerance >= worse.criticalAt(pairs);
    int critical = within.criticalAt(pairs);
    if (belowMargin < critical) {
      return slower ? Verdict.REGRESSED : Verdict.UNDECIDED;
    }
    if (improved >= critical) {
      return Verdict.IMPROVED;
    }
    return slower ? Verdict.SLOWER_WITHIN_MARGIN : Verdict.PASS;
  }

  int first() {
    return worse.looks().get(0);
  }

  int last() {
    List<Integer> looks = worse.looks();
    return looks.get(looks.size() - 1);
  }

  boolean looksAt(int pairs) {
    return worse.looks().contains(pairs);
  }

  /**
   * About how many pairs a decision takes with 80 % probability if the estimate is true; null when
   * that is out of all reach.
   */
  @Nullable Integer pairsNeeded(double estimate, double deviation) {
    double convict = pairs(worse.alpha(), deviation, estimate - tolerance);
    double acquit = pairs(within.alpha(), deviation, margin - estimate);
    return wholePairs(Math.min(convict, acquit));
  }

  /** About how many pairs find a slow-down, a log ratio, with 80 % probability; null for none. */
  @Nullable Integer pairsToConvict(double change, double deviation) {
    return wholePairs(pairs(worse.alpha(), deviation, change - tolerance));
  }

  private @Nullable Integer wholePairs(double pairs) {
    return pairs < Integer.MAX_VALUE ? Math.max(first(), (int) Math.ceil(pairs)) : null;
  }

  /** The normal sample size, over the signed-rank test's efficiency, and 1.3 for the looks. */
  private static double pairs(double alpha, double deviation, double distance) {
    if (distance <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double quantiles =
        normal.inverseSurvivalProbability(alpha) + normal.inverseCumulativeProbability(0.8);
    return 1.3 * Math.pow(quantiles * deviation / distance, 2) / 0.955;
  }
}
