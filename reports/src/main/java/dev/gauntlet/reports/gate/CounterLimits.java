package dev.gauntlet.reports.gate;

import java.util.Collections;
import java.util.List;

/** From where on a counted quantity differs. */
enum CounterLimits {
  /** Bytes per operation; profilers and the harness allocate a little too. */
  BYTES(1, 8, 1),
  /** Counts per operation, which may be fractions. */
  COUNTS(0.001, 0.01, 1000);

  private static final double SAME = 0.005;
  private static final double VISIBLE = 0.01;

  private final double same;
  private final double visible;
  private final double steps;

  CounterLimits(double same, double visible, double steps) {
    this.same = same;
    this.visible = visible;
    this.steps = steps;
  }

  /** Whether the forks of one arm agree; at least one. */
  boolean agree(List<Double> values) {
    if (values.isEmpty()) {
      return false;
    }
    double least = Collections.min(values);
    return Collections.max(values) - least <= Math.max(same, SAME * least);
  }

  /** The least difference from a reference that is one. */
  double visible(double reference) {
    return Math.max(visible, VISIBLE * reference);
  }

  /** To the nearest byte, or thousandth of a count. */
  double rounded(double value) {
    return Math.rint(value * steps) / steps;
  }
}
