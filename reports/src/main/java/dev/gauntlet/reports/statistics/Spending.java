package dev.gauntlet.reports.statistics;

/**
 * How much of an error probability is spent by when: Hwang, Shih and DeCani's family with gamma -2,
 * which spends little early.
 */
final class Spending {
  private static final double GAMMA = -2;

  private Spending() {}

  /** What may be spent in all up to {@code n} of {@code last} observations. */
  static double at(double alpha, int n, int last) {
    if (n == last) {
      return alpha;
    }
    return alpha * Math.expm1(-GAMMA * n / last) / Math.expm1(-GAMMA);
  }
}
