package dev.gauntlet.reports.statistics;

/**
 * The law of Wilcoxon's signed-rank statistic when every sign is a fair coin: each subset of the
 * ranks 1 to n is equally likely to be the positive ones. The law of the negative ranks' sum is the
 * same.
 */
public final class SignedRankLaw {
  private SignedRankLaw() {}

  /** Greatest value of the statistic of {@code n} observations. */
  public static int greatest(int n) {
    return n * (n + 1) / 2;
  }

  /**
   * Probability of each value.
   *
   * @param n observations, at least 0
   * @return indexed by the value, 0 to {@link #greatest}
   */
  public static double[] probabilities(int n) {
    double[] law = {1};
    for (int rank = 1; rank <= n; rank++) {
      double[] longer = new double[greatest(rank) + 1];
      for (int sum = 0; sum < law.length; sum++) {
        longer[sum] += law[sum] / 2;
        longer[sum + rank] += law[sum] / 2;
      }
      law = longer;
    }
    return law;
  }

  /** Greatest sum whose probability not to be exceeded is at most {@code alpha}; -1 if none is. */
  static int greatestSumWithin(double alpha, int n) {
    double[] law = probabilities(n);
    double cumulative = 0;
    for (int sum = 0; sum < law.length; sum++) {
      cumulative += law[sum];
      if (cumulative > alpha) {
        return sum - 1;
      }
    }
    return law.length - 1;
  }

  /**
   * Exact two-sided p-value of "the location is 0". Zeros and ties count against rejection.
   *
   * @param averages averages of all pairs of {@code n} observations
   * @param n observations, at least one
   */
  public static double twoSided(WalshAverages averages, int n) {
    int beyond = Math.max(averages.above(0), averages.below(0));
    double[] law = probabilities(n);
    double tail = 0;
    for (int sum = beyond; sum < law.length; sum++) {
      tail += law[sum];
    }
    return Math.min(1, 2 * tail);
  }
}
