package dev.gauntlet.reports.compare;

import org.jspecify.annotations.Nullable;

/**
 * How a comparison is made.
 *
 * @param baseline subject the others are compared with; null chooses one
 * @param confidence confidence of every interval, for example 0.95
 * @param band relative difference that counts as none, for example 0.02
 */
public record CompareOptions(@Nullable String baseline, double confidence, double band) {
  /** Rounds below which a verdict is a hint, as no two subjects can be told apart. */
  public static final int ROUNDS_FOR_A_VERDICT = RowGroups.LEAST_ROUNDS;

  public CompareOptions {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be between 0 and 1: " + confidence);
    }
    if (!(band >= 0 && band < 1)) {
      throw new IllegalArgumentException("band must be at least 0 and below 1: " + band);
    }
  }

  /** 95 % intervals, a band of 2 %, a chosen baseline. */
  public static CompareOptions defaults() {
    return new CompareOptions(null, 0.95, 0.02);
  }

  /** The same with another baseline. */
  public CompareOptions withBaseline(@Nullable String subject) {
    return new CompareOptions(subject, confidence, band);
  }

  /** The same with intervals of another confidence. */
  public CompareOptions withConfidence(double other) {
    return new CompareOptions(baseline, other, band);
  }

  /** Ratio below which something is faster by more than the band. */
  public double bandLow() {
    return 1 / (1 + band);
  }

  /** Ratio above which something is slower by more than the band. */
  public double bandHigh() {
    return 1 + band;
  }
}
