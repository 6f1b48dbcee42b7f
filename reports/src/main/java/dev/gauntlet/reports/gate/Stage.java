package dev.gauntlet.reports.gate;

/** Which question a pair was measured for; a pair answers only one. */
public enum Stage {
  /** A few pairs per row that tell suspects from the rest. Never used to convict. */
  SCREEN,
  /** The group-sequential test. */
  TEST
}
