package dev.gauntlet.conformance;

import org.jspecify.annotations.Nullable;

/** What an expectation that does not hold throws; the kit adds the rule to it. */
final class Violation extends AssertionError {
  private static final long serialVersionUID = 1L;

  /** The expectation in words. */
  private final String expected;

  /** What there was instead. */
  private final String seen;

  Violation(String expected, String seen, @Nullable Throwable cause) {
    super("expected: " + expected + "; seen: " + seen, cause);
    this.expected = expected;
    this.seen = seen;
  }

  Violation(String expected, String seen) {
    this(expected, seen, null);
  }

  String expected() {
    return expected;
  }

  String seen() {
    return seen;
  }
}
