package dev.gauntlet.reports.chart;

/** How a value is drawn. */
public enum MarkStyle {
  /** Filled. */
  RANKED,
  /** An outline: shown, but not to be compared. */
  UNRANKED,
  /**
   * Filled, but the axis takes no account of it: where it does not fit it is cut off at the edge.
   */
  OFF_SCALE
}
