package dev.gauntlet.reports.compare;

import java.util.Arrays;
import java.util.Optional;

/**
 * Two modes among fork scores: two groups of at least two forks, the gap between them at least
 * {@value #MIN_GAP_PERCENT} % and at least three times the width of either group. A mean of such
 * forks describes neither group.
 *
 * @param lower geometric mean of the lower group
 * @param upper geometric mean of the upper group
 * @param lowerForks forks in the lower group
 * @param upperForks forks in the upper group
 */
record Modes(double lower, double upper, int lowerForks, int upperForks) {
  private static final int MIN_FORKS = 5;
  private static final int MIN_GROUP = 2;
  private static final int MIN_GAP_PERCENT = 10;
  private static final double GAP_TO_WIDTH = 3;

  /** The two modes of the scores, if they have them. */
  static Optional<Modes> of(double[] scores) {
    if (scores.length < MIN_FORKS) {
      return Optional.empty();
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int split = widestGap(sorted);
    double gap = Math.log(sorted[split] / sorted[split - 1]);
    double width =
        Math.max(
            Math.log(sorted[split - 1] / sorted[0]),
            Math.log(sorted[sorted.length - 1] / sorted[split]));
    if (gap < Math.log1p(MIN_GAP_PERCENT / 100.0) || gap < GAP_TO_WIDTH * width) {
      return Optional.empty();
    }
    return Optional.of(
        new Modes(
            LogT.center(Arrays.copyOfRange(sorted, 0, split)),
            LogT.center(Arrays.copyOfRange(sorted, split, sorted.length)),
            split,
            sorted.length - split));
  }

  private static int widestGap(double[] sorted) {
    int widest = MIN_GROUP;
    for (int i = MIN_GROUP; i <= sorted.length - MIN_GROUP; i++) {
      if (sorted[i] / sorted[i - 1] > sorted[widest] / sorted[widest - 1]) {
        widest = i;
      }
    }
    return widest;
  }
}
