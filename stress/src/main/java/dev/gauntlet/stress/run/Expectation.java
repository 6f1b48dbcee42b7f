package dev.gauntlet.stress.run;

/** What is held of an outcome. */
public enum Expectation {
  /** It may be seen. */
  ACCEPTABLE,
  /** It is the bug of a control, and has to be seen there. */
  INTERESTING,
  /** It must not be seen. */
  FORBIDDEN
}
