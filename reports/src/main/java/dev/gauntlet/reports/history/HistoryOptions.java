package dev.gauntlet.reports.history;

import org.jspecify.annotations.Nullable;

/**
 * How history is judged.
 *
 * @param ruler series that every time is divided by; null when none was measured
 * @param alpha probability that any unchanged series is SUSPECT in a run
 * @param margin least slow-down that is SUSPECT, as a fraction
 * @param window most runs that are looked back at
 * @param release commit, run or day of the last release; null when drift is not asked for
 */
public record HistoryOptions(
    @Nullable Series ruler, double alpha, double margin, int window, @Nullable String release) {
  /** Runs below which there is no history. */
  public static final int LEAST = 20;

  public HistoryOptions {
    if (window < LEAST) {
      throw new IllegalArgumentException("window must be at least " + LEAST + ": " + window);
    }
  }

  /** 5 %, a margin of 5 %, 40 runs. */
  public static HistoryOptions of(@Nullable Series ruler) {
    return new HistoryOptions(ruler, 0.05, 0.05, 40, null);
  }

  /** The same with another margin. */
  public HistoryOptions withMargin(double other) {
    return new HistoryOptions(ruler, alpha, other, window, release);
  }

  /** The same since a release. */
  public HistoryOptions withRelease(@Nullable String other) {
    return new HistoryOptions(ruler, alpha, margin, window, other);
  }
}
