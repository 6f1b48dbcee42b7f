package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.statistics.WalshAverages;
import org.jspecify.annotations.Nullable;

/** What is shown of a row: the last look, or an estimate alone before the first. */
record Estimates(
    int pairs, @Nullable Double estimate, @Nullable Double lower, @Nullable Double upper) {

  static Estimates of(Rule.@Nullable Look look, double[] kept) {
    if (look != null) {
      return new Estimates(
          look.pairs(), fraction(look.estimate()), fraction(look.lower()), fraction(look.upper()));
    }
    return kept.length == 0
        ? new Estimates(0, null, null, null)
        : new Estimates(kept.length, fraction(WalshAverages.of(kept).median()), null, null);
  }

  private static @Nullable Double fraction(double logRatio) {
    return Double.isInfinite(logRatio) ? null : Math.expm1(logRatio);
  }
}
