package dev.gauntlet.soak;

/**
 * Something that must not be.
 *
 * @param epoch the epoch, counted from 0; with the seed it is run again
 * @param rule the rule of SPEC.md, such as {@code L2}, or several
 * @param text what was seen
 */
public record Violation(long epoch, String rule, String text) {

  @Override
  public String toString() {
    return "epoch " + epoch + ", " + rule + ": " + text;
  }
}
