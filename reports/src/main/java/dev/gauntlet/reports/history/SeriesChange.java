package dev.gauntlet.reports.history;

import dev.gauntlet.reports.statistics.ChangePoint;

/**
 * A lasting change of one series.
 *
 * @param series the series
 * @param point where and by how much the logarithm of its time changes
 * @param first the first run after it
 */
public record SeriesChange(Series series, ChangePoint point, StoredRun first) {
  /** The change of the mean as a fraction: 0.05 is 5 % slower. */
  public double change() {
    return Math.expm1(point.after() - point.before());
  }
}
