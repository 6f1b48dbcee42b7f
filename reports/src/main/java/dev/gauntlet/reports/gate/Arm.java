package dev.gauntlet.reports.gate;

/** One side of a pair. */
public enum Arm {
  /** What is known to be good. */
  BASE,
  /** What is asked about. */
  CANDIDATE
}
