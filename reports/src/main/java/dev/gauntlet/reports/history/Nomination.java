package dev.gauntlet.reports.history;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What history says about one series of a new run.
 *
 * @param series the series
 * @param status the verdict
 * @param runs stored runs that were looked at
 * @param change change against the mean of those, relative to the ruler, as a fraction; null
 *     without history
 * @param bound the change above which it is SUSPECT, as a fraction; null without history
 */
public record Nomination(
    Series series, Status status, int runs, @Nullable Double change, @Nullable Double bound) {
  /** Whether an earlier run has the series and would not have been SUSPECT by the same bound. */
  boolean isBelowBound(StoredRun run, StoredRun judged, @Nullable Series ruler) {
    OptionalDouble then = run.relative(series, ruler);
    OptionalDouble now = judged.relative(series, ruler);
    if (change == null || bound == null || then.isEmpty() || now.isEmpty()) {
      return false;
    }
    double mean = now.getAsDouble() - Math.log1p(change);
    return then.getAsDouble() - mean <= Math.log1p(bound);
  }

  /** What history can say. */
  public enum Status {
    /** Nothing unusual. */
    OK,
    /** Unusually slow: measure it in pairs. */
    SUSPECT,
    /** Too few runs of this machine, or no ruler. */
    NO_HISTORY
  }
}
